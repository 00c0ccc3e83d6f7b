"""Judge one submission of one kata: from the submitted file to a report.

`judge` works in these steps:

1. All calls of the kata's bank go to a confined child process (`asking.ask_all`).  Its replies are decoded
   and checked against the signature (`answers.read`); nothing that it sends is executed.
2. Every property of the kata is checked on these answers (`verdicts.verdicts`).  Only a call that depends on
   an earlier answer is made at this point, in a child that is kept for this purpose (`asking.Conversation`).
3. If the contract holds so far, some calls are repeated in a fresh child and in reverse order (`repeating`).
   An answer that changes depends on chance or on earlier calls: it is "nondeterministic".
4. If a property failed, the answers are compared with the known misconceptions (`diagnosing`), each failure by a
   wrong value or an exception is moved to a small input (`shrinking`), and the calls of each failure are asked again
   in a fresh child, whose answers are shown (`confirming`).
5. The verdicts become points and plain data (`report.report`).

The plain right answer, and the modules that explain a failure, are loaded in step 4 only.  A submission that
passes costs little more than its own calls.

A fault of the grader is not charged either.  A failed check of a property counts only if the plain right answer
passes it on the same input; if that answer fails it as well, or if a check or a misconception does not end, judging
ends with `GraderFaultError` (`_confirm`).

A file that is too large or cannot be loaded gets a report as well: its first property says why, and the
others are skipped (`load_failure`).  A failure of the sandbox itself raises `SandboxError` and is never
charged to the student.

A report must be the same on every machine, but for its ``seconds``: the calls come from a stored bank, and
every search is bounded by a number of calls, not by a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from gradkata.author_code import GraderFaultError, Line, Overrun
from gradkata.comparing.acceptance import Shape
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Property
from gradkata.drawing.bank import Bank
from gradkata.drawing.recipes import recipes_of_parts
from gradkata.isolation.inside.wire import encode
from gradkata.isolation.sandbox import Limits, Reply, Sandbox
from gradkata.judging.answers import Answer, agree, as_values, expected_shapes, observe, read
from gradkata.judging.asking import Asked, Conversation, ask_all, is_loaded
from gradkata.judging.diagnosing import Mutants, diagnose
from gradkata.judging.likeness import Probes
from gradkata.judging.load_failure import not_loaded, too_large, unjudged
from gradkata.judging.loading import notes as loading_notes
from gradkata.judging.repeating import repeated
from gradkata.judging.report import Judged, report
from gradkata.judging.verdicts import Verdict, judge_property, verdicts
from gradkata.outcomes import Report
from gradkata.signature import infer_sizes
from gradkata.submissions.submission import SOURCE_LIMIT, Submission


@dataclass(frozen=True)
class Exercise:
    """What judging one kata needs.

    ``truth`` loads the plain right answer, and ``mutants`` right answers with a small change; both only explain
    failures.
    """

    slug: str
    kata: Kata
    bank: Bank
    truth: Callable[[], Callable[..., Any]]
    limits: Limits = field(default_factory=Limits)
    mutants: Mutants | None = None

    @cached_property
    def frames(self) -> list[bytes]:
        """The encoded arguments of each call of the bank."""
        return [encode(list(call.arguments)) for call in self.bank.calls]

    @cached_property
    def shapes(self) -> list[tuple[Shape, ...]]:
        """The shapes of the results of each call of the bank."""
        return [expected_shapes(self.kata.signature, call.arguments) for call in self.bank.calls]


def judge(
    exercise: Exercise, submission: Submission, sandbox: Sandbox, *, notes: Sequence[str] = ()
) -> Report:
    """The report on one submission of one kata.

    Raises:
        SandboxError: if the sandbox failed; this is never the student's fault.
        GraderFaultError: if the grader fails on a right answer, or a part of it does not end.
    """
    import time

    began = time.perf_counter()
    kata, bank = exercise.kata, exercise.bank
    with np.errstate(all="ignore"):  # an answer near the largest float is explained like any other
        if len(submission.source) > SOURCE_LIMIT:
            judged = Judged(too_large(kata, submission.filename, SOURCE_LIMIT))
        else:
            try:
                judged = _judged(exercise, submission, sandbox)
            except Overrun as stop:
                raise _grader_fault(kata, stop) from None
        judged = replace(judged, notes=(*notes, *judged.notes))
        return report(exercise.slug, kata, bank, judged, sandbox.level, time.perf_counter() - began)


def _judged(exercise: Exercise, submission: Submission, sandbox: Sandbox) -> Judged:
    kata = exercise.kata
    asked = ask_all(sandbox, submission, kata.signature.name, exercise.frames, exercise.limits)
    submission = asked.submission
    if is_loaded(asked.loaded):
        judged = _judge_answers(exercise, submission, sandbox, asked)
    else:
        judged = Judged(not_loaded(kata, asked.loaded, submission))
    said = loading_notes(submission, asked.loaded, kata.signature.name)
    return replace(judged, notes=(*judged.notes, *said), printed=asked.printed, cut=asked.cut)


def unreadable(exercise: Exercise, message: str, sandbox: str) -> Report:
    """The report if no answer could be read from what was handed in."""
    judged = Judged(unjudged(exercise.kata, "not-loaded", message))
    return report(exercise.slug, exercise.kata, exercise.bank, judged, sandbox, 0.0)


def not_submitted(exercise: Exercise, sandbox: str) -> Report:
    """The report if nothing was handed in."""
    judged = Judged([Verdict(prop, "skipped") for prop in exercise.kata.properties])
    skipped = report(exercise.slug, exercise.kata, exercise.bank, judged, sandbox, 0.0)
    return {**skipped, "outcome": "not-submitted"}


def _judge_answers(exercise: Exercise, submission: Submission, sandbox: Sandbox, asked: Asked) -> Judged:
    kata, bank = exercise.kata, exercise.bank
    answers = [
        read(reply, kata.signature, call.arguments, submission, shapes)
        for reply, call, shapes in zip(asked.replies, bank.calls, exercise.shapes, strict=True)
    ]
    for index, printed in asked.printed_by.items():
        answers[index] = replace(answers[index], printed=printed)

    def converse() -> Conversation:
        return Conversation(sandbox, submission, kata, exercise.limits)

    conversation = converse()
    try:
        found = verdicts(
            kata, bank, answers, conversation.ask, lambda prop, inputs: _confirm(exercise, prop, inputs)
        )
        conversation.close()
        found = _asked_again(exercise, submission, sandbox, answers, found)
        diagnosis = None
        is_wrong = any(verdict.outcome != "passed" for verdict in found)
        if is_wrong:
            diagnosis = diagnose(kata, bank, answers, exercise.truth(), exercise.mutants)
            shrunk = _shrunk(exercise, found, converse())
            found = _explained(exercise, found, shrunk, converse)
    finally:
        conversation.close()
    if not is_wrong:
        return Judged(found)
    observed = _observations(kata, bank, answers)
    is_unexplained = diagnosis is None and not observed
    return Judged(
        found, diagnosis, observed, _where_wrong(kata, bank, answers, found) if is_unexplained else ()
    )


def _confirm(exercise: Exercise, prop: Property, inputs: dict[str, Any]) -> None:
    """Check a property that failed on the plain right answer, with the same input.

    Raises:
        GraderFaultError: if it fails there as well, so that the failure is no fault of the student's.
    """
    kata, truth = exercise.kata, exercise.truth()
    failure = judge_property(kata, prop, inputs, lambda given: observe(truth, kata.signature, given))
    if failure is not None:
        assert prop.check is not None
        code = prop.check.__code__
        place = failure.place or Line(code.co_filename, code.co_firstlineno)
        why = f": {failure.reason.rstrip('.')}" if failure.reason else ""
        raise GraderFaultError(f"The property `{prop.name}` fails on a right answer{why} ({place})")


def _grader_fault(kata: Kata, stop: Overrun) -> GraderFaultError:
    """The fault of a grader some part of which does not end."""
    piece = stop.piece
    code = piece.code if piece is not None else "The grader"
    name = code if isinstance(code, str) else f"`{code.__name__}`"
    if any(prop.check is code for prop in kata.properties):
        name = f"The property {name}"
    elif any(each.function is code for each in kata.misconceptions):
        name = f"The misconception {name}"
    return GraderFaultError(f"{name} {stop}")


def _asked_again(
    exercise: Exercise,
    submission: Submission,
    sandbox: Sandbox,
    answers: Sequence[Answer],
    found: list[Verdict],
) -> list[Verdict]:
    """Repeat some calls in a fresh child and in reverse order: no answer may depend on either."""
    name = exercise.kata.signature.name

    def ask_again(chosen: Sequence[int]) -> Sequence[Reply | None]:
        frames = [exercise.frames[index] for index in chosen]
        return ask_all(sandbox, submission, name, frames, exercise.limits).replies

    return repeated(exercise.kata, exercise.bank.calls, submission, answers, found, ask_again)


def _shrunk(exercise: Exercise, found: Sequence[Verdict], conversation: Conversation) -> list[Verdict]:
    """The verdicts; each failure by value or exception is shown on the smallest input that was found."""
    from gradkata.judging.shrinking import smallest

    truth, first, result = exercise.truth(), True, []
    try:
        for verdict in found:
            failure = None
            if verdict.outcome in ("wrong", "raised", "wrong-shape", "wrong-type"):
                known = verdict.failure.arguments if verdict.failure else ()
                failure = smallest(
                    exercise.kata,
                    verdict.property,
                    truth,
                    conversation.ask_many,
                    thorough=first,
                    known=known,
                )
                first = False
            if failure is None:
                result.append(verdict)
                continue
            recipes = (
                recipes_of_parts(known, verdict.failure.recipes, failure.arguments) if verdict.failure else {}
            )
            result.append(Verdict(verdict.property, failure.outcome, replace(failure, recipes=recipes)))
    finally:
        conversation.close()
    return result


def _explained(
    exercise: Exercise,
    known: Sequence[Verdict],
    shown: Sequence[Verdict],
    converse: Callable[[], Conversation],
) -> list[Verdict]:
    """The verdicts, with what the calls that they show return in a fresh process, and with the right answers."""
    from gradkata.judging.confirming import confirmed
    from gradkata.judging.right_answers import with_right_answer

    kata, truth = exercise.kata, exercise.truth()
    found = confirmed(kata, exercise.bank.calls, known, shown, converse)
    return [with_right_answer(kata, truth, verdict) for verdict in found]


def _where_wrong(
    kata: Kata, bank: Bank, answers: Sequence[Answer], found: Sequence[Verdict]
) -> tuple[str, ...]:
    """Where a wrong answer is wrong, in sentences that are true of the failures that are shown as well."""
    probes = Probes(kata, bank, answers)
    if not probes.wrong:
        return ()
    from gradkata.judging.where_wrong import Shown, sentences

    failures = [each.failure for each in found if each.failure is not None and each.property.check is None]
    shown = [
        Shown(each.arguments, as_values(each.got, kata.signature), as_values(each.expected, kata.signature))
        for each in failures
        if each.outcome == "wrong" and each.is_unique and each.expected is not None
    ]
    return sentences(kata, bank.calls, probes, shown)


def _observations(kata: Kata, bank: Bank, answers: Sequence[Answer]) -> tuple[str, ...]:
    """What all answers on ordinary input have in common, such as a constant factor."""
    core = {prop.name for prop in kata.properties if prop.sort == "agreement"}
    indices = [case.calls[0] for case in bank.cases if case.property in core]
    calls = [(bank.calls[index], answers[index]) for index in indices]
    if len(kata.signature.results) > 1 or kata.acceptance is not None:
        return ()
    if any(answer.outcome != "passed" for _, answer in calls):
        return ()
    if all(agree(answer.values, (call.answer,), kata.tolerance) for call, answer in calls):
        return ()
    from gradkata.comparing.patterns import explain_many

    sentence = explain_many(
        [(answer.value, call.answer) for call, answer in calls],
        [infer_sizes(kata.signature, call.arguments) for call, _ in calls],
    )
    return (sentence,) if sentence else ()
