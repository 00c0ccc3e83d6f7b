"""The mistakes of every subject, each written once and applied to every kata.

A mistake makes a wrong answer of the plain right one: computed in float32, rounded, with the wrong sign, without the
last entry, with two arguments exchanged.  `general` lists those that fit a signature.  The report on a submission that
behaves like one of them says so, as it does for the misconceptions that a grader declares, which come first
(`judging.diagnosing`).  `kata lint` checks that each of them loses points.  `Kata.mistakes` leaves some out or words
them for a kata.

`controls` are wrong answers that a grader is tested with and that need no name: constants, echoes, random answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gradkata.mistakes import in_arguments, in_numbers, in_places
from gradkata.mistakes.changing import Function
from gradkata.mistakes.differences import by_differences, gradient
from gradkata.signature import Signature

__all__ = ["Mistake", "by_differences", "general", "gradient", "names"]


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that is made of the right one: its name, the title and text of the diagnosis, and the function."""

    name: str
    title: str
    message: str
    function: Function


def general(signature: Signature, right: Function) -> Iterator[Mistake]:
    """The mistakes that fit a signature, made of a right answer."""
    for part in (in_arguments, in_numbers, in_places):
        for name, title, message, function in part.mistakes(signature, right):
            yield Mistake(name, title, message, function)


def names(signature: Signature) -> tuple[str, ...]:
    """The names of the mistakes that fit a signature."""
    return tuple([mistake.name for mistake in general(signature, _nothing)])


def _nothing(*arguments: object) -> None:
    return None
