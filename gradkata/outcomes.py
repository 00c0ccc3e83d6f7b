"""What can come of judging an answer: the closed set of outcomes, and the report as plain data.

A report is the same on any day and machine but for ``seconds``.  It is what ``kata check --json`` prints, what a
worker sends, and what every rendering is made of.
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, get_args

Outcome: TypeAlias = Literal[
    "passed",
    "wrong",
    "wrong-type",
    "wrong-shape",
    "mutates-input",
    "nondeterministic",
    "raised",
    "timeout",
    "memory",
    "crashed",
    "not-implemented",
    "not-loaded",
    "skipped",
    "not-submitted",
    "grader-error",
]
"""The outcome of a call, a property or a whole report.

``not-submitted`` is for a class alone.  ``grader-error`` is never charged to the student.
"""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
NOT_FAILED: frozenset[Outcome] = frozenset(("passed", "skipped"))
"""The outcomes of a property that has no counterexample to show."""

Number: TypeAlias = int | float


class Counterexample(TypedDict):
    """The call that shows a failure.  NaN, infinities and what JSON cannot hold are strings."""

    call: str
    inputs: dict[str, Any]
    got: Any
    expected: Any


class PropertyReport(TypedDict):
    """One property: its outcome, its points and, on failure, the smallest counterexample with an explanation."""

    name: str
    claim: str
    outcome: Outcome
    points: Number
    max_points: Number
    counterexample: NotRequired[Counterexample | None]
    message: NotRequired[str]


class Diagnosis(TypedDict):
    """The known mistake that an answer behaves like; ``convention`` names where it would be right."""

    name: str
    message: str
    convention: str | None


class Report(TypedDict):
    """The judgement of one answer to one kata."""

    schema: int
    student: str | None
    kata: str
    outcome: Outcome
    score: Number
    max_score: Number
    properties: list[PropertyReport]
    misconception: Diagnosis | None
    notes: list[str]
    printed: str
    versions: dict[str, str]
    seed: str
    sandbox: str
    seconds: float


def is_full(report: Report) -> bool:
    """Whether no point is missing."""
    return report["score"] >= report["max_score"]


def first_failure(report: Report) -> PropertyReport | None:
    """The property that the report's outcome comes from; None if none failed."""
    return next((each for each in report["properties"] if each["outcome"] not in NOT_FAILED), None)
