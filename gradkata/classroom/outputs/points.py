"""Points as the outputs show them: exact sums, rounded once, and empty if a mark is open."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gradkata.classroom.rows import Mark, Row, total

_TEN_THOUSANDTHS = 10**4


def is_open(mark: Mark) -> bool:
    """Whether the grader failed and no points were set by hand: there is no mark, and the student is not at fault."""
    return mark.by_hand is None and bool(mark.report["outcome"] == "grader-error")


def total_of(row: Row) -> Fraction | None:
    """The sum of a student's points, or None while one of their marks is open."""
    return None if any(map(is_open, row.marks)) else row.total


def max_total(row: Row) -> Fraction:
    """The maximum number of points of a student."""
    return total(row.marks)


def decimal(points: Fraction) -> Decimal:
    """Points with at most four digits after the decimal point, without trailing zeros or an exponent."""
    units, rest = divmod(round(points * _TEN_THOUSANDTHS), _TEN_THOUSANDTHS)
    return Decimal(f"{units}.{rest:04}".rstrip("0").rstrip("."))


def number(points: Fraction) -> int | float:
    """Points as a number for JSON, with at most four digits after the decimal point."""
    shown = decimal(points)
    return int(shown) if shown == shown.to_integral_value() else float(shown)


def out_of(points: Fraction | float, maximum: Fraction | float) -> str:
    """Points with their maximum, as in "3 of 10"."""
    return f"{decimal(Fraction(points))} of {decimal(Fraction(maximum))}"


def total_text(row: Row) -> str:
    """A student's total, in words."""
    points, maximum = total_of(row), max_total(row)
    return (
        f"{out_of(points, maximum)} points"
        if points is not None
        else f"no total yet, of {decimal(maximum)} points"
    )


def by_hand(mark: Mark) -> str | None:
    """The points that a person set, in words; the reason is not escaped."""
    if mark.by_hand is None:
        return None
    return f"{out_of(mark.by_hand.points, mark.max_points)}, set by hand: {mark.by_hand.why}"


def with_by_hand(mark: Mark) -> Mapping[str, Any]:
    """The report, with the points set by hand in an entry of their own; the report's score is not changed."""
    if mark.by_hand is None:
        return mark.report
    points, why, at = mark.by_hand
    return {**mark.report, "by_hand": {"points": number(points), "why": why, "at": at}}
