"""Points as the outputs show them: exact sums, rounded once, and nothing where no mark could be given."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gradkata.classroom.rows import Mark, Row, total

_TEN_THOUSANDTHS = 10**4


def is_open(mark: Mark) -> bool:
    """Whether the grader failed and nobody has given points since: not the student's fault, so no mark."""
    return mark.by_hand is None and bool(mark.report["outcome"] == "grader-error")


def total_of(row: Row) -> Fraction | None:
    """All points of a student, or None for as long as one of their marks is open."""
    return None if any(map(is_open, row.marks)) else row.total


def max_total(row: Row) -> Fraction:
    """The points that a student could have."""
    return total(row.marks)


def decimal(points: Fraction) -> Decimal:
    """Points to at most four decimals, without needless zeros and without an exponent."""
    units, rest = divmod(round(points * _TEN_THOUSANDTHS), _TEN_THOUSANDTHS)
    return Decimal(f"{units}.{rest:04}".rstrip("0").rstrip("."))


def number(points: Fraction) -> int | float:
    """Points as JSON holds them, to at most four decimals."""
    shown = decimal(points)
    return int(shown) if shown == shown.to_integral_value() else float(shown)


def of_most(points: Fraction | float, most: Fraction | float) -> str:
    """Points out of how many, in words."""
    return f"{decimal(Fraction(points))} of {decimal(Fraction(most))}"


def total_text(row: Row) -> str:
    """The sum of a student, in words."""
    points, most = total_of(row), max_total(row)
    return (
        f"{of_most(points, most)} points"
        if points is not None
        else f"no total yet, of {decimal(most)} points"
    )


def by_hand(mark: Mark) -> str | None:
    """What a person has set, in words; the reason is as it was typed."""
    if mark.by_hand is None:
        return None
    return f"{of_most(mark.by_hand.points, mark.max_points)}, set by hand: {mark.by_hand.why}"


def told(mark: Mark) -> Mapping[str, Any]:
    """The report with what was set by hand beside the score that it does not change."""
    if mark.by_hand is None:
        return mark.report
    points, why, at = mark.by_hand
    return {**mark.report, "by_hand": {"points": number(points), "why": why, "at": at}}
