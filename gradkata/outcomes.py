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

SPECIAL: frozenset[str] = frozenset(("nan", "inf", "-inf", "..."))
"""Strings in a report that are no strings: NaN and infinities, and what was left out of a long list."""

Number: TypeAlias = int | float


class ShownCall(TypedDict):
    """A call of the submission, as Python that runs after ``import numpy as np``, and what it returned.

    A long argument may be given as the text of its NumPy expression.  ``returned`` is None if the call raised an
    exception or did not end.
    """

    call: str
    arguments: dict[str, Any]
    returned: Any


class Counterexample(TypedDict):
    """The calls that show a failure, in their order.  NaN and infinities are strings.

    ``expected`` is the right answer to the last call, if that call is answered wrongly.  ``relation`` says which
    relation between the calls does not hold.  ``printed`` is what the submission printed during these calls.

    ``is_unique`` is False if ``expected`` is one right answer of several; ``remembers`` is True if the last call is
    answered wrongly only after the others; ``left_out`` counts the calls before those that are shown.  Otherwise
    these three are missing.
    """

    calls: list[ShownCall]
    expected: Any
    relation: str | None
    printed: str
    is_unique: NotRequired[bool]
    remembers: NotRequired[bool]
    left_out: NotRequired[int]


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


class TriedCall(TypedDict):
    """One call of a student's function on an input of their own.

    ``expected`` is None if the statement does not admit the input, or if the right answer raises an exception; the
    ``notes`` say which.  ``is_unique`` is False if several answers are right.
    """

    schema: int
    kata: str
    outcome: Outcome
    call: str
    arguments: dict[str, Any]
    returned: Any
    expected: Any
    is_unique: bool
    message: str
    printed: str
    notes: list[str]
    sandbox: str


def is_full(report: Report) -> bool:
    """Whether a report has full points."""
    return report["score"] >= report["max_score"]


def first_failure(report: Report) -> PropertyReport | None:
    """The property that decides the report's outcome; None if none failed."""
    return next((each for each in report["properties"] if each["outcome"] not in NOT_FAILED), None)
