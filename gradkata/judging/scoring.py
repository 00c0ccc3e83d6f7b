"""Points: exact fractions; most of them count only if the answer is right on ordinary input."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from gradkata.judging.verdicts import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

Points: TypeAlias = "int | Fraction"
WITHHELD = 1


def points(verdicts: Sequence[Verdict]) -> "list[Points]":
    """What each property earns.

    If the agreement on ordinary input fails, only the contract can earn points.  The other properties are
    still judged and shown, but an answer that is right on edge cases alone earns nothing for them.
    """
    core_holds = all(v.outcome == "passed" for v in verdicts if v.property.sort == "agreement")
    return [
        v.property.points if v.outcome == "passed" and (core_holds or v.property.sort == "contract") else 0
        for v in verdicts
    ]


def total(verdicts: Sequence[Verdict]) -> "Points":
    """The score: the points that the properties earn, but never all of them if a property fails.

    A property that is worth no points still holds for every right answer.  An answer that fails it is wrong,
    although nobody thought of this mistake when the points were assigned.
    """
    return sum(points(verdicts)) - (WITHHELD if is_withheld(verdicts) else 0)


def is_withheld(verdicts: Sequence[Verdict]) -> bool:
    """Whether all points are earned although a property fails."""
    earns_all = sum(points(verdicts)) == sum(v.property.points for v in verdicts)
    return earns_all and any(v.outcome != "passed" for v in verdicts)


def as_number(score: "Points") -> int | float:
    """A score as a JSON number: an integer if it is whole."""
    return score.numerator if score.denominator == 1 else float(score)
