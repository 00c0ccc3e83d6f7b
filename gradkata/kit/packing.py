"""Take from a kata what a kit stores of it: no solution, and no code of its grader."""

from gradkata.catalog import Catalog
from gradkata.declaring.kata import Kata, general_mistakes
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import Bank
from gradkata.judging.answers import Answer, observe
from gradkata.judging.exercises import exercise
from gradkata.kit.inside.kit_data import KitTask, KnownMistake, NotStoredError, stored_answers


def task_of(catalog: Catalog, slug: str) -> KitTask:
    """One kata as a kit holds it.

    Raises:
        BankError: if its bank is missing, cannot be read or is older than the grader.
        LookupError: if the grader file declares no such kata.
    """
    found = exercise(catalog, slug)
    kata, bank, plain = found.kata, found.bank, found.truth()
    if kata.acceptance is not None:
        raise LookupError(f"{slug} has more than one right answer, which a kit cannot check. Leave it out.")
    right = [observe(plain, kata.signature, call.arguments) for call in bank.calls]
    general = [
        each for each in general_mistakes(kata, plain) if not _is_known_by_answers(kata, bank, each.name)
    ]
    mistakes = tuple([_known(kata, bank, each, right) for each in (*kata.misconceptions, *general)])
    return KitTask(slug, kata, bank, mistakes, catalog.stub(slug).read_bytes())


def _is_known_by_answers(kata: Kata, bank: Bank, name: str) -> bool:
    """Whether a kit can make a general mistake of the right answers that it holds, without new calls."""
    (mistake,) = [each for each in general_mistakes(kata, stored_answers(bank)) if each.name == name]
    return not any(
        observe(mistake.function, kata.signature, call.arguments).error == NotStoredError.__name__
        for call in bank.calls
        if not call.is_digested
    )


def _known(kata: Kata, bank: Bank, mistake: Misconception, right: list[Answer]) -> KnownMistake:
    """A mistake with its answers to the calls of the bank, without those that are the right ones."""
    answers = [observe(mistake.function, kata.signature, call.arguments) for call in bank.calls]
    differing = {i: answer for i, answer in enumerate(answers) if not _is_same(answer, right[i])}
    return KnownMistake(mistake.name, mistake.headline, mistake.message, mistake.convention, differing)


def _is_same(answer: Answer, right: Answer) -> bool:
    """Whether a mistake answers exactly as a right answer does, bit for bit."""
    if answer.outcome != "passed" or answer.fault or answer.mutated:
        return False
    return [_bits(value) for value in answer.values] == [_bits(value) for value in right.values]


def _bits(value: object) -> object:
    data = getattr(value, "tobytes", None)
    return (data(), getattr(value, "dtype", None), getattr(value, "shape", None)) if data else value
