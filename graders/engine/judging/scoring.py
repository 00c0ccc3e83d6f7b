"""Points: exact fractions, and none behind a core that does not hold."""

from collections.abc import Sequence
from fractions import Fraction

from graders.engine.judging.verdicts import Verdict


def points(verdicts: Sequence[Verdict]) -> list[Fraction]:
    """What each property earns.

    Where the agreement on ordinary input fails, only the contract can earn: the other properties are
    judged and shown, but being right at the edges of a wrong answer is worth nothing.
    """
    core_holds = all(v.outcome == "passed" for v in verdicts if v.property.sort == "agreement")
    return [
        Fraction(v.property.points)
        if v.outcome == "passed" and (core_holds or v.property.sort == "contract")
        else Fraction(0)
        for v in verdicts
    ]


def as_number(score: Fraction) -> int | float:
    """A score as JSON holds it: an integer where it is one."""
    return score.numerator if score.denominator == 1 else float(score)
