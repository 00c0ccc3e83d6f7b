"""Load what judging a kata needs; the plain right answer is loaded only when a failure is explained."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from gradkata.catalog import Catalog, short_name
from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Bank, BankError
from gradkata.drawing.bank import load as load_bank
from gradkata.judging.diagnosing import Mutants
from gradkata.judging.judge import Exercise
from gradkata.loader import load_grader, package_name
from gradkata.loader import load_solution as load_solution_of


def exercise(catalog: Catalog, slug: str, bank: Path | None = None) -> Exercise:
    """One kata with its bank: the public bank, or that of a course.

    Raises:
        BankError: if the bank is missing or cannot be read.
        LookupError: if the grader file declares no such kata.
    """
    path = bank or catalog.bank(slug)
    kata, asked = load_kata(catalog, slug), load_bank(path)
    in_bank = {case.property for case in asked.cases}
    unasked = [each.name for each in kata.properties if each.sort != "contract" and each.name not in in_bank]
    if unasked:
        raise BankError(
            f"{path.name} is older than its grader: it asks nothing about `{unasked[0]}`. "
            f"Create it again with `kata lint --write {short_name(slug)}`."
        )
    mutants = cache(partial(_mutants, catalog, slug, kata, asked))
    return Exercise(
        slug, kata, asked, lambda: plain_answer(catalog, slug), mutants=lambda probes: mutants()(probes)
    )


def _mutants(catalog: Catalog, slug: str, kata: Kata, bank: Bank) -> Mutants:
    """The stored mutants; they are loaded when the first wrong answer is diagnosed."""
    from gradkata.drawing.mutant_record import load
    from gradkata.judging.known_mutants import mutants_in

    collection = catalog.collection_of(slug)
    record = load(collection.mutants(slug))
    package = f"{package_name(collection, 'solutions')}.{slug.partition('/')[0]}"
    found = mutants_in(record, kata, bank, collection.solution(slug), package) if record else None
    return found or (lambda probes: ())


def load_kata(catalog: Catalog, slug: str) -> Kata:
    """The kata that a grader file declares.

    Raises:
        LookupError: if the file assigns no ``kata``, or one of another name.
    """
    collection = catalog.collection_of(slug)
    kata = getattr(load_grader(collection, slug), "kata", None)
    if not isinstance(kata, Kata) or kata.signature.name != short_name(slug):
        raise LookupError(f"graders/{slug}.py assigns no `kata = Kata('{short_name(slug)}(...) -> ...')`")
    return kata


def load_solution(catalog: Catalog, slug: str) -> ModuleType:
    """The module of right answers; it imports Numba only when a kernel is called."""
    return load_solution_of(catalog.collection_of(slug), slug)


def plain_answer(catalog: Catalog, slug: str) -> Callable[..., Any]:
    """The plain right answer; it explains a failure without importing Numba."""
    answer: Callable[..., Any] = getattr(load_solution(catalog, slug), short_name(slug) + "_numpy")
    return answer
