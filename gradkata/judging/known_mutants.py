"""The stored mutants of a kata as known mistakes: right answers with one small change.

`kata lint --write` has tried them on the public bank.  There, only those are run that are wrong on the same calls as
the submission.  On the bank of a course all of them may be run; each is dropped at its first mismatch.  Mutants run in
this process, within the limits of `bounded`, and never in that of a student.
"""

import math
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from gradkata.author_code import Overrun
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Misconception, slugify
from gradkata.drawing.bank import Bank
from gradkata.drawing.mutant_record import MutantRecord, StoredMutant, digest_of_text
from gradkata.judging.answers import UNASKED, Answer, observe
from gradkata.judging.bounded import bounded, defined
from gradkata.judging.diagnosing import Mutants
from gradkata.judging.likeness import Known, Probes

_NEAR = 1e-2  # far above the rounding of `total_of` and any tolerance


def mutants_in(record: MutantRecord, kata: Kata, bank: Bank, solution: Path, package: str) -> Mutants | None:
    """The mutants of a record that may be alike to some answers; None if the solution has changed since.

    Args:
        record: what is stored beside the public bank.
        kata: what the grader declares.
        bank: the bank that is asked, which may be that of a course.
        solution: the file of the right answers.
        package: the package from which its relative imports start.
    """
    text = solution.read_text("utf-8-sig")
    if digest_of_text(text) != record.solution:
        return None
    made = cache(lambda mutant: _function(mutant, text, solution, package))

    def fitting(probes: Probes) -> Iterator[Known]:
        for mutant in record.mutants:
            if record.bank != bank.digest or is_wrong_where(mutant, probes):
                yield _known(kata, bank, mutant, made)

    return fitting


def is_wrong_where(mutant: StoredMutant, probes: Probes) -> bool:
    """Whether a mutant is wrong on the same calls as a submission, as far as it was tried."""
    wrong, right = (
        sum(1 << index for index in indices if is_tried(probes.bank, index))
        for indices in (probes.wrong, probes.right)
    )
    if mutant.wrong & (wrong | right) != wrong:
        return False
    given = total_of(probes.answers[mutant.first])
    if given is None or mutant.total is None:
        return True
    return abs(given - mutant.total) <= _NEAR * max(abs(given), abs(mutant.total), 1.0)


def total_of(answer: Answer) -> float | None:
    """About the sum of the numbers in an answer, which differs between most mutants; None if it says nothing."""
    values = [np.asarray(value) for value in answer.values]
    if answer.outcome != "passed" or any(value.dtype.kind not in "fi" for value in values):
        return None
    total = float(sum(float(value.sum()) for value in values))
    return float(f"{total:.4g}") if math.isfinite(total) else None


def is_tried(bank: Bank, index: int) -> bool:
    """Whether mutants are tried on a call: not on very large input, where many of them are slow."""
    call = bank.calls[index]
    return not call.recipes and not call.is_digested


def as_mistake(kind: str, function: Callable[..., Any]) -> Misconception:
    """A mutant as a mistake, described by the kind of its change."""
    title = kind[0].upper() + kind[1:]
    message = f"In every call your function returns what a right answer returns in which {kind}."
    return Misconception(slugify(kind), message, function, title=title)


def _known(
    kata: Kata, bank: Bank, mutant: StoredMutant, made: Callable[[StoredMutant], Callable[..., Any]]
) -> Known:
    def answer(index: int) -> Answer:
        try:
            return observe(made(mutant), kata.signature, bank.calls[index].arguments)
        except Overrun:
            return UNASKED  # alike to nothing

    return Known(as_mistake(mutant.kind, made), answer)


def _function(mutant: StoredMutant, text: str, path: Path, package: str) -> Callable[..., Any]:
    import ast

    changed = mutant.applied(text)
    watched = {name for node in ast.parse(changed).body for name in defined(node)}
    return bounded(changed, path, mutant.function, watched, package=package)
