"""Points: exact fractions, and none behind a core that does not hold."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from gradkata.judging.verdicts import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

Points: TypeAlias = "int | Fraction"
WITHHELD = 1


def points(verdicts: Sequence[Verdict]) -> "list[Points]":
    """What each property earns.

    Where the agreement on ordinary input fails, only the contract can earn: the other properties are
    judged and shown, but being right at the edges of a wrong answer is worth nothing.
    """
    core_holds = all(v.outcome == "passed" for v in verdicts if v.property.sort == "agreement")
    return [
        v.property.points if v.outcome == "passed" and (core_holds or v.property.sort == "contract") else 0
        for v in verdicts
    ]


def total(verdicts: Sequence[Verdict]) -> "Points":
    """The score: what the properties earn, and never all where one of them fails.

    A property without points of its own holds of every right answer: what fails it is wrong, though nobody
    has thought of that mistake when points were given.
    """
    return sum(points(verdicts)) - (WITHHELD if is_withheld(verdicts) else 0)


def is_withheld(verdicts: Sequence[Verdict]) -> bool:
    """Whether all points are earned although a property fails."""
    earns_all = sum(points(verdicts)) == sum(v.property.points for v in verdicts)
    return earns_all and any(v.outcome != "passed" for v in verdicts)


def as_number(score: "Points") -> int | float:
    """A score as JSON holds it: an integer where it is one."""
    return score.numerator if score.denominator == 1 else float(score)
