"""Judge an answer with the stored answers of a kit.

The calls of the bank are asked in their order, in a process of their own that is stopped at its limits, and some of
them once more in a second one.  The verdicts are those of gradkata: the same contract, tolerance and points.  Three
things differ from `kata check`:

* A property that relates several calls has no code here.  It fails if an answer to one of its calls is wrong.
* The failure that is shown is the smallest one of the bank; nothing is searched for.
* A mistake is recognised by its stored answers instead of being run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from gradkata.declaring.kata import general_mistakes
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import Bank, Call, Case
from gradkata.drawing.coding import weight
from gradkata.isolation.inside.wire import encode
from gradkata.isolation.limits import Limits
from gradkata.isolation.replies import Reply
from gradkata.isolation.sandbox import Sandbox
from gradkata.isolation.spawning import spawn
from gradkata.judging.answers import UNASKED, Answer, observe, read
from gradkata.judging.asking import Conversation, ask_all, is_loaded
from gradkata.judging.confirming import confirmed
from gradkata.judging.diagnosing import Found, diagnose_among
from gradkata.judging.likeness import Known, Probes
from gradkata.judging.load_failure import not_loaded, too_large
from gradkata.judging.loading import notes as loading_notes
from gradkata.judging.repeating import repeated
from gradkata.judging.report import Judged, as_diagnosis, report
from gradkata.judging.verdicts import Failure, Verdict, verdict, verdicts
from gradkata.kit.inside.kit_data import KitTask, KnownMistake, NotStoredError, right_answer, stored_answers
from gradkata.outcomes import NOT_FAILED, Report
from gradkata.submissions.submission import SOURCE_LIMIT, Submission

LIMITS = Limits(call_wall_seconds=5.0, total_wall_seconds=30.0)
_LEVEL = "kit"


@dataclass(frozen=True)
class Checked:
    """The report on one answer, and its first failure."""

    report: Report
    failure: Failure | None


def check_answer(task: KitTask, submission: Submission) -> Checked:
    """Judge one answer.

    Raises:
        SandboxError: if the student's process cannot be started or was killed from outside.
    """
    with np.errstate(all="ignore"):
        if len(submission.source) > SOURCE_LIMIT:
            return conclude(task, too_large(task.kata, submission.filename, SOURCE_LIMIT))
        sandbox = Sandbox("subprocess", make=spawn)
        name = task.kata.signature.name
        frames = [encode(list(call.arguments)) for call in task.bank.calls]
        asked = ask_all(sandbox, submission, name, frames, LIMITS)
        submission = asked.submission
        notes = loading_notes(submission, asked.loaded, name)
        if not is_loaded(asked.loaded):
            found = not_loaded(task.kata, asked.loaded, submission)
            return conclude(task, found, (), asked.printed, asked.cut, notes)
        answers = [
            read(reply, task.kata.signature, call.arguments, submission)
            for reply, call in zip(asked.replies, task.bank.calls, strict=True)
        ]

        def ask_again(chosen: Sequence[int]) -> Sequence[Reply | None]:
            return ask_all(sandbox, submission, name, [frames[index] for index in chosen], LIMITS).replies

        found = verdicts_of(task, answers)
        found = repeated(task.kata, task.bank.calls, submission, answers, found, ask_again)
        if any(each.outcome != "passed" for each in found):
            found = confirmed(
                task.kata,
                task.bank.calls,
                found,
                found,
                lambda: Conversation(sandbox, submission, task.kata, LIMITS),
            )
        return conclude(task, found, answers, asked.printed, asked.cut, notes)


def verdicts_of(task: KitTask, answers: Sequence[Answer]) -> list[Verdict]:
    """The verdict on every property; each failure is that of its smallest call."""
    calls = task.bank.calls
    order = sorted(range(len(calls)), key=lambda index: weight(list(calls[index].arguments)))
    place = {index: position for position, index in enumerate(order)}
    # One case for each call of a property that relates several: without code, it is judged call by call.
    cases = [Case(case.property, (place[index],)) for case in task.bank.cases for index in case.calls]
    cases.sort(key=lambda case: case.calls)
    bank = Bank(task.slug, "", tuple([calls[index] for index in order]), tuple(cases), {})
    ordered = [replace(answers[index], changed_earlier=False) for index in order]
    found = verdicts(task.kata, bank, ordered, lambda arguments: UNASKED)
    for position, each in enumerate(found):
        if (
            each.property.sort == "contract" and each.outcome == "passed"
        ):  # a later change shows in the order of asking
            found[position] = verdict(task.kata, task.bank, each.property, answers, lambda arguments: UNASKED)
    return found


def _without_digest(found: Verdict) -> Verdict:
    """A failure on a long answer, of which a kit holds no more than a digest."""
    failure = found.failure
    if failure is None or not Call((), failure.expected).is_digested:
        return found
    message = failure.message or "It differs from the right answer, which is too long to be in this kit."
    return replace(found, failure=replace(failure, expected=None, message=message))


def diagnose_stored(task: KitTask, answers: Sequence[Answer]) -> Found | None:
    """The diagnosis by the mistakes that a kit holds or makes of the right answers, by a single one of them."""
    probes = Probes(task.kata, task.bank, answers)
    if not probes.wrong:
        return None
    general = [*map(partial(_made, task, answers), general_mistakes(task.kata, stored_answers(task.bank)))]
    found = diagnose_among(probes, [*map(partial(_stored, task), task.mistakes), *general])
    return found if found is not None and found.second is None else None


def _stored(task: KitTask, mistake: KnownMistake) -> Known:
    """A mistake whose answers are stored where they are not the right ones."""
    named = Misconception(mistake.name, mistake.message, _not_here, mistake.convention, mistake.title)
    return Known(
        named, lambda index: mistake.answers.get(index) or right_answer(task.kata, task.bank.calls[index])
    )


def _made(task: KitTask, answers: Sequence[Answer], mistake: Misconception) -> Known:
    """A mistake of every subject that is made of the stored right answers."""

    def answer(index: int) -> Answer:
        call = task.bank.calls[index]
        if call.is_digested:  # the values of a long answer are not stored: they cannot contradict
            return answers[index]
        return observe(mistake.function, task.kata.signature, call.arguments)

    return Known(mistake, answer)


def _not_here(*arguments: object) -> None:
    raise NotStoredError


def conclude(
    task: KitTask,
    found: list[Verdict],
    answers: Sequence[Answer] = (),
    printed: str = "",
    cut: bool = False,
    notes: tuple[str, ...] = (),
) -> Checked:
    """The report on the verdicts, with the mistake that the answers show."""
    found = [_without_digest(each) for each in found]
    judged = Judged(found, notes=notes, printed=printed, cut=cut)
    made = report(task.slug, task.kata, task.bank, judged, _LEVEL, 0.0)
    failures = [v.failure for v in found if v.outcome not in NOT_FAILED and v.failure is not None]
    if any(each.outcome != "passed" for each in found):
        made["misconception"] = as_diagnosis(diagnose_stored(task, answers))
    return Checked(made, failures[0] if failures else None)
