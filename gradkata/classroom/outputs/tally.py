"""Statistics of a class, counted row by row."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from gradkata.classroom.outputs.points import is_open, max_total, total_of
from gradkata.classroom.rows import Mark, Row

# Ten tenths of the points, and full points.
STEPS = 11


class KataTally(NamedTuple):
    """The statistics of one kata: ``points`` is the sum over the students who handed it in and have a mark."""

    slug: str
    max_points: Fraction
    marked: int
    full: int
    points: Fraction


class Tally(NamedTuple):
    """The statistics of a class: ``steps`` counts the students by the tenth of all points that they reached."""

    students: int
    not_on_roster: int
    handed_nothing_in: int
    max_total: Fraction
    points: Fraction
    steps: tuple[int, ...]
    katas: tuple[KataTally, ...]
    misconceptions: tuple[tuple[str, str, int], ...]
    timeouts: int
    not_submitted: int
    by_hand: int
    open_marks: int

    @property
    def with_total(self) -> int:
        """The number of students without an open mark."""
        return sum(self.steps)


class Counting:
    """Counts rows one by one; its memory grows with the number of katas, not of students."""

    def __init__(self) -> None:
        self._students: Counter[str] = Counter()
        self._steps: Counter[int] = Counter()
        self._misconceptions: Counter[tuple[str, str]] = Counter()
        self._marks: Counter[str] = Counter()
        self._katas: dict[str, KataTally] = {}
        self._max_total = self._points = Fraction(0)

    def add(self, row: Row) -> None:
        """Add a student."""
        self._students["all"] += 1
        self._students["not on roster"] += not row.is_on_roster
        self._students["nothing"] += all(mark.report["outcome"] == "not-submitted" for mark in row.marks)
        self._max_total, total = max_total(row), total_of(row)
        if total is not None:
            self._points += total
            self._steps[_step(total, self._max_total)] += 1
        for mark in row.marks:
            self._marks.update(_kinds(mark))
            self._add_kata(mark)
            if found := mark.report["misconception"]:
                self._misconceptions[mark.slug, found["name"]] += 1

    def tally(self) -> Tally:
        """The statistics so far."""
        common = sorted(self._misconceptions.items(), key=lambda item: (-item[1], item[0]))
        return Tally(
            self._students["all"],
            self._students["not on roster"],
            self._students["nothing"],
            self._max_total,
            self._points,
            tuple(self._steps[step] for step in range(STEPS)),
            tuple(self._katas.values()),
            tuple((slug, name, count) for (slug, name), count in common),
            self._marks["timeout"],
            self._marks["not-submitted"],
            self._marks["by hand"],
            self._marks["open"],
        )

    def _add_kata(self, mark: Mark) -> None:
        known = self._katas.get(mark.slug) or KataTally(mark.slug, mark.max_points, 0, 0, Fraction(0))
        if not is_open(mark) and (mark.by_hand or mark.report["outcome"] != "not-submitted"):
            is_full = mark.points >= mark.max_points
            known = known._replace(
                marked=known.marked + 1, full=known.full + is_full, points=known.points + mark.points
            )
        self._katas[mark.slug] = known


def _kinds(mark: Mark) -> Iterator[str]:
    if mark.report["outcome"] in ("timeout", "not-submitted"):
        yield mark.report["outcome"]
    if mark.by_hand is not None:
        yield "by hand"
    if is_open(mark):
        yield "open"


def _step(total: Fraction, maximum: Fraction) -> int:
    tenths = STEPS - 1
    return max(0, min(int(total * tenths / maximum), tenths)) if maximum else tenths
