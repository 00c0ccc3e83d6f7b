"""The marks of each student: reports scaled to the course's points, and points set by hand."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from gradkata.judging.scoring import as_number
from gradkata.outcomes import PropertyReport, Report


class ByHand(NamedTuple):
    """Points set by a person, with the reason and the time (UTC, ISO 8601)."""

    points: Fraction
    why: str
    at: str


class Mark(NamedTuple):
    """The mark of one student for one kata.

    ``report`` is scaled to the course's points and contains the student's name.  ``points`` are those that count:
    the points set ``by_hand``, else the report's score.
    """

    slug: str
    report: Report
    points: Fraction
    max_points: Fraction
    by_hand: ByHand | None = None


class Row(NamedTuple):
    """One student, with a mark for each kata of the class, in the order of the syllabus."""

    student: str
    marks: tuple[Mark, ...]
    is_on_roster: bool = True

    @property
    def total(self) -> Fraction:
        """The sum of the points that count."""
        return sum((mark.points for mark in self.marks), Fraction(0))


class ScoreChange(NamedTuple):
    """A score that differs from the last run: the student, the kata, both scores, and the properties that differ.

    ``is_answer_new`` is true if the student handed in another answer; otherwise the grading changed.
    """

    student: str
    slug: str
    before: Fraction
    after: Fraction
    properties: tuple[str, ...]
    is_answer_new: bool


def mark(student: str, report: Report, max_points: Fraction, by_hand: ByHand | None) -> Mark:
    """A report of 10 points as a mark of ``max_points``; the sums are exact."""
    factor = max_points / Fraction(report["max_score"])
    properties: list[PropertyReport] = [
        {**each, "points": _scaled(each["points"], factor), "max_points": _scaled(each["max_points"], factor)}
        for each in report["properties"]
    ]
    earned = Fraction(report["score"]) * factor
    scaled: Report = {
        **report,
        "student": student,
        "score": as_number(earned),
        "max_score": as_number(max_points),
        "properties": properties,
    }
    return Mark(report["kata"], scaled, by_hand.points if by_hand else earned, max_points, by_hand)


def total(marks: Iterable[Mark]) -> Fraction:
    """The maximum number of points."""
    return sum((each.max_points for each in marks), Fraction(0))


def _scaled(points: float, factor: Fraction) -> int | float:
    return as_number(Fraction(points) * factor)
