"""Statistics of one kata in a class: outcomes, failed properties, named mistakes, and wrong answers without a name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from gradkata.outcomes import NOT_FAILED, OUTCOMES, Diagnosis, Outcome, PropertyReport, Report

# The outcomes of answers that were not judged on any property.
UNJUDGED: frozenset[Outcome] = frozenset(
    ("not-implemented", "not-loaded", "not-submitted", "skipped", "grader-error")
)


class Separation(StrEnum):
    """Why a property separates nobody, or nobody that an earlier property does not separate as well."""

    NEVER_FAILED = "never-failed"
    FAILED_BY_ALL = "failed-by-all"
    SAME_STUDENTS = "same-students"


class PropertyCount(NamedTuple):
    """How many students failed a property; ``same_as`` names the first property that the same students failed."""

    name: str
    claim: str
    failed: int
    separation: Separation | None = None
    same_as: str | None = None


class MistakeCount(NamedTuple):
    """A known mistake, and the students whose answers match it."""

    diagnosis: Diagnosis
    students: tuple[str, ...]


class KataStatistics(NamedTuple):
    """The statistics of one kata.

    ``outcomes`` counts what was handed in.  ``properties`` count the ``judged_on_all`` answers that were judged on
    every property: an answer that ran out of time, for example, was not.  ``unmatched`` are the students and reports
    of the wrong answers that match no known mistake.
    """

    slug: str
    outcomes: Mapping[Outcome, int]
    judged_on_all: int
    properties: tuple[PropertyCount, ...]
    mistakes: tuple[MistakeCount, ...]
    unmatched: tuple[tuple[str, Report], ...]

    @property
    def submissions(self) -> int:
        """The number of students who handed in this kata."""
        return sum(self.outcomes.values())

    @property
    def right(self) -> int:
        """The number of right answers."""
        return self.outcomes.get("passed", 0)

    @property
    def wrong(self) -> int:
        """The number of answers that were judged and failed a property."""
        return sum(count for outcome, count in self.outcomes.items() if is_wrong(outcome))


def is_wrong(outcome: Outcome) -> bool:
    """Whether an answer with this outcome was judged and failed a property."""
    return outcome != "passed" and outcome not in UNJUDGED


def statistics(slug: str, found: Iterable[tuple[str, Report | None]], unreadable: int = 0) -> KataStatistics:
    """The statistics of one kata.

    ``found`` are the students who handed in an answer, each with the report, or None if the answer was set aside;
    ``unreadable`` is the number of other entries that cannot be read.
    """
    reports, counts = [], Counter[Outcome]({"not-loaded": unreadable})
    for student, report in found:
        counts[report["outcome"] if report else "grader-error"] += 1
        reports += [(student, report)] if report else []
    mistakes: dict[str, tuple[Diagnosis, list[str]]] = {}
    unmatched = []
    for student, report in reports:
        if diagnosis := report["misconception"]:
            mistakes.setdefault(diagnosis["name"], (diagnosis, []))[1].append(student)
        elif is_wrong(report["outcome"]):
            unmatched.append((student, report))
    judged = [report["properties"] for _, report in reports if _is_judged_on_all(report)]
    common = sorted(mistakes.values(), key=lambda each: (-len(each[1]), each[0]["name"]))
    return KataStatistics(
        slug,
        {outcome: counts[outcome] for outcome in OUTCOMES if counts[outcome]},
        len(judged),
        _counted(judged),
        tuple(MistakeCount(diagnosis, tuple(students)) for diagnosis, students in common),
        tuple(unmatched),
    )


def _is_judged_on_all(report: Report) -> bool:
    return report["outcome"] not in UNJUDGED and all(
        each["outcome"] != "skipped" for each in report["properties"]
    )


def _counted(judged: Sequence[Iterable[PropertyReport]]) -> tuple[PropertyCount, ...]:
    """The count of each property, in the order of the reports; a set of students is a set of positions."""
    claims: dict[str, str] = {}
    failed: dict[str, set[int]] = {}
    for position, properties in enumerate(judged):
        for each in properties:
            claims.setdefault(each["name"], each["claim"])
            who = failed.setdefault(each["name"], set())
            if each["outcome"] not in NOT_FAILED:
                who.add(position)
    first: dict[frozenset[int], str] = {}
    counts = []
    for name, who in failed.items():
        separation, same_as = None, None
        if not who:
            separation = Separation.NEVER_FAILED
        elif len(who) == len(judged):
            separation = Separation.FAILED_BY_ALL
        elif frozenset(who) in first:
            separation, same_as = Separation.SAME_STUDENTS, first[frozenset(who)]
        else:
            first[frozenset(who)] = name
        counts.append(PropertyCount(name, claims[name], len(who), separation, same_as))
    return tuple(counts)
