"""Groups wrong answers that behave the same: answers that are alike on every call of the bank.

A report is not enough for this.  It has one counterexample for each property, so that different mistakes can have equal
reports; and it quotes the student's code, so that equal mistakes can have different ones.  The ledger keeps every
submission.  Each different one is asked the calls of the bank again, in the sandbox, and its answers are compared in
the same way as with a known mistake (`answers.alike`).  That is a part of a judgement: nothing is asked twice, nothing
is diagnosed, and no smaller input is searched.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gradkata.judging.answers import Answer, alike
from gradkata.judging.judge import Exercise
from gradkata.outcomes import Outcome, Report
from gradkata.submissions.submission import Submission

if TYPE_CHECKING:
    from gradkata.isolation.sandbox import Level, Sandbox

Ask = Callable[[Exercise, Submission], "Sequence[Answer] | None"]

# An answer with such an outcome ended before the last call, or differs from call to call.
_INCOMPARABLE: frozenset[Outcome] = frozenset(("timeout", "memory", "crashed", "nondeterministic", "skipped"))


@dataclass(frozen=True)
class Group:
    """The students whose answers behave the same, one report on such an answer, and the answers to the bank's calls."""

    students: tuple[str, ...]
    report: Report
    answers: Sequence[Answer]


@dataclass(frozen=True)
class Grouped:
    """The groups, the largest first, and the students whose answers could not be compared."""

    groups: tuple[Group, ...]
    incomparable: tuple[str, ...]


@contextmanager
def asking(level: "Callable[[], Level]") -> Iterator[Ask]:
    """A function that asks a submission all calls of a bank; None if the sandbox failed.

    ``level`` is called, and a fork server started, when something is asked for the first time.
    """
    from gradkata.isolation.sandbox import SandboxError
    from gradkata.isolation.starting import start_server
    from gradkata.judging.answers import read
    from gradkata.judging.asking import ask_all, is_loaded

    server: Sandbox | None = None

    def ask(exercise: Exercise, submission: Submission) -> Sequence[Answer] | None:
        nonlocal server
        server = server or start_server(level())
        signature, calls = exercise.kata.signature, exercise.bank.calls
        try:
            asked = ask_all(server, submission, signature.name, exercise.frames, exercise.limits)
        except SandboxError:  # the next submission gets another server
            server.close()
            server = None
            return None
        if not is_loaded(asked.loaded):
            return None
        return [
            read(reply, signature, call.arguments, submission, shapes)
            for reply, call, shapes in zip(asked.replies, calls, exercise.shapes, strict=True)
        ]

    try:
        yield ask
    finally:
        if server is not None:
            server.close()


def grouped(
    exercise: Exercise, wrong: Sequence[tuple[str, Report]], source_of: Callable[[str], Submission], ask: Ask
) -> Grouped:
    """Group wrong answers by behaviour.

    ``wrong`` are students with their reports, and ``source_of`` returns what a student handed in.
    """
    groups: list[Group] = []
    incomparable: list[str] = []
    known: dict[str, int | None] = {}  # the group of each submission that was asked
    for student, report in wrong:
        submission = source_of(student)
        digest = submission.digest()
        if digest not in known:
            answers = None if _ends_early(report) else ask(exercise, submission)
            known[digest] = None if answers is None else _place(exercise, groups, report, answers)
        place = known[digest]
        if place is None:
            incomparable.append(student)
        else:
            groups[place] = replace(groups[place], students=(*groups[place].students, student))
    return Grouped(tuple(sorted(groups, key=lambda each: -len(each.students))), tuple(incomparable))


def _ends_early(report: Report) -> bool:
    return any(each["outcome"] in _INCOMPARABLE for each in report["properties"])


def _place(exercise: Exercise, groups: list[Group], report: Report, answers: Sequence[Answer]) -> int | None:
    """The position of the group that answers belong to, a new one if need be; None if they cannot be compared."""
    if any(answer.outcome in _INCOMPARABLE for answer in answers):
        return None
    tolerance = exercise.kata.tolerance
    for place, group in enumerate(groups):
        if all(alike(one, other, tolerance) for one, other in zip(group.answers, answers, strict=True)):
            return place
    groups.append(Group((), report, answers))
    return len(groups) - 1
