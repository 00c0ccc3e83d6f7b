"""The result of judging an answer: the closed set of outcomes, and the report as plain data.

Except for ``seconds``, a report is the same on any day and machine.  ``kata check --json`` prints it, a worker sends
it, and every rendering is made from it.
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

``not-submitted`` occurs only when a class is graded.  ``grader-error`` is never charged to the student.
"""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
NOT_FAILED: frozenset[Outcome] = frozenset(("passed", "skipped"))
"""The outcomes that are not a failure: such a property has no counterexample."""

Number: TypeAlias = int | float


class Counterexample(TypedDict):
    """The call that shows a failure.  NaN, infinities and values that JSON cannot represent are strings.

    ``is_unique`` is False if ``expected`` is one right answer of several; otherwise it is missing.
    """

    call: str
    inputs: dict[str, Any]
    got: Any
    expected: Any
    is_unique: NotRequired[bool]


class PropertyReport(TypedDict):
    """One property: its outcome, its points and, on failure, the smallest counterexample with an explanation."""

    name: str
    claim: str
    outcome: Outcome
    points: Number
    max_points: Number
    counterexample: NotRequired[Counterexample | None]
    message: NotRequired[str]


Strength: TypeAlias = Literal["exactly", "wherever-wrong", "two", "mutant"]
"""How an answer and a mistake are alike.

``exactly``: on every call.  ``wherever-wrong``: on every call on which the answer is wrong.  ``two``: on ordinary input
like one mistake, and otherwise like a second one.  ``mutant``: on every call like a right answer with one small change.
"""


class SecondMistake(TypedDict):
    """The second of two mistakes that match an answer together."""

    name: str
    title: str
    message: str


class Diagnosis(TypedDict):
    """The known mistake that matches an answer; ``convention`` says where that answer would be right.

    ``second`` is None unless the strength is ``two``.
    """

    name: str
    title: str
    message: str
    convention: str | None
    strength: Strength
    second: SecondMistake | None


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
    """Whether a report has full points."""
    return report["score"] >= report["max_score"]


def first_failure(report: Report) -> PropertyReport | None:
    """The property that decides the report's outcome; None if none failed."""
    return next((each for each in report["properties"] if each["outcome"] not in NOT_FAILED), None)
