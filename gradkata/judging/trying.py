"""One call of a student's function on an input of their own: what it returns and prints, and what is expected.

The function runs in the sandbox, as for a check.  The right answer is computed in this process, which is not the
student's, and only for an input that the statement admits.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from gradkata.author_code import Overrun
from gradkata.comparing.python_text import call_as_python
from gradkata.declaring.domain_text import refusal
from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Call
from gradkata.drawing.coding import Raises
from gradkata.isolation.inside.wire import encode
from gradkata.isolation.sandbox import Reply, Sandbox
from gradkata.judging.answers import Answer, observe, read
from gradkata.judging.asking import is_loaded
from gradkata.judging.failure_text import message as message_of
from gradkata.judging.failure_text import plain
from gradkata.judging.given_arguments import fitted
from gradkata.judging.judge import Exercise
from gradkata.judging.load_failure import not_loaded, too_large
from gradkata.judging.loading import load
from gradkata.judging.loading import notes as loading_notes
from gradkata.judging.verdicts import Failure, Verdict, disagreement
from gradkata.outcomes import TriedCall
from gradkata.submissions.submission import SOURCE_LIMIT, Submission

SCHEMA = 1
_WIDTH = 66
_CUT = "The printed output was cut at 64 KB."
_NOT_ADMITTED = "The statement does not admit this input, so that no answer is expected: {}."


def try_out(
    exercise: Exercise,
    submission: Submission,
    sandbox: Sandbox,
    values: Sequence[Any],
    by_name: Mapping[str, Any] | None = None,
) -> TriedCall:
    """Call a student's function once.

    Args:
        exercise: the kata, and its right answer.
        submission: the file with the function.
        sandbox: where it runs.
        values: the arguments in order, as a person gives them.
        by_name: the arguments that are given by their names.

    Raises:
        ArgumentError: if the arguments do not fit the signature; nothing has run then.
        SandboxError: if the sandbox failed.
    """
    kata = exercise.kata
    arguments = fitted(kata.signature, values, by_name)
    with np.errstate(all="ignore"):
        if len(submission.source) > SOURCE_LIMIT:
            return _unjudged(exercise, arguments, sandbox, too_large(kata, submission.filename, SOURCE_LIMIT))
        made = _ask(exercise, submission, sandbox, arguments)
        if made.reply is None:
            trial = _unjudged(exercise, arguments, sandbox, not_loaded(kata, made.loaded, made.submission))
        else:
            answer = read(made.reply, kata.signature, arguments, made.submission)
            trial = _judged(exercise, arguments, sandbox, answer)
    said = loading_notes(made.submission, made.loaded, kata.signature.name)
    return {
        **trial,
        "printed": made.printed,
        "notes": [*trial["notes"], *said, *([_CUT] if made.cut else [])],
    }


class _Made(NamedTuple):
    """The replies to loading and to the call; what the call printed, or what loading printed if nothing is called."""

    loaded: Reply
    submission: Submission
    reply: Reply | None
    printed: str
    cut: bool


def _ask(exercise: Exercise, submission: Submission, sandbox: Sandbox, arguments: tuple[Any, ...]) -> _Made:
    name = exercise.kata.signature.name
    child, loaded, submission = load(sandbox, submission, name, exercise.limits)
    with child:
        if not is_loaded(loaded):
            return _Made(loaded, submission, None, *child.printed())
        before = len(child.printed()[0])
        reply = next(iter(child.calls(name, [encode(list(arguments))])))
        printed, cut = child.printed()
        return _Made(loaded, submission, reply, printed[before:], cut)


def _judged(exercise: Exercise, arguments: tuple[Any, ...], sandbox: Sandbox, answer: Answer) -> TriedCall:
    """The call compared with the right answer, if there is one."""
    kata = exercise.kata
    expected, notes = _right_answer(exercise, arguments)
    failure = _failure(kata, arguments, expected, answer)
    trial = _trial(exercise, arguments, sandbox)
    trial["outcome"] = failure.outcome if failure else "passed"
    trial["returned"] = plain(answer.value if answer.outcome == "passed" else answer.raw)
    trial["expected"] = None if expected is None or isinstance(expected, Raises) else plain(expected)
    trial["message"] = message_of(kata, failure, ()) if failure else ""
    trial["notes"] = notes
    if failure and failure.outcome != "mutates-input" and answer.mutated:
        trial["notes"] = [*notes, _changed(kata, answer)]
    return trial


def _right_answer(exercise: Exercise, arguments: tuple[Any, ...]) -> tuple[Any, list[str]]:
    """The right answer, the exception that it raises, or None; and notes on it."""
    kata = exercise.kata
    if kata.admitted is not None and (why := refusal(kata.admitted, arguments)):
        return None, [_NOT_ADMITTED.format(why)]
    try:
        right = observe(exercise.truth(), kata.signature, arguments)
    except Overrun:
        return None, ["The right answer takes too long on this input, so that none is shown."]
    if right.outcome == "passed":
        return right.value, []
    if right.outcome == "raised" and right.built_in:
        return Raises(right.built_in[0]), [f"The right answer raises {right.built_in[0]} on this input."]
    return None, ["There is no right answer to this input."]


def _failure(kata: Kata, arguments: tuple[Any, ...], expected: Any, answer: Answer) -> Failure | None:
    """What is wrong with an answer; an input without a right answer is judged by the contract alone."""
    failure = None
    if expected is not None:
        failure = disagreement(kata, Call(arguments, expected), answer)
    elif answer.outcome != "passed":
        failure = Failure(answer.outcome, arguments, answer.raw, None, answer.message)
    if failure is None and answer.fault:
        failure = Failure(answer.fault, arguments, answer.raw, expected, answer.message)
    if failure is None and answer.mutated:
        failure = Failure("mutates-input", arguments, answer.value, expected, _changed(kata, answer))
    return failure


def _changed(kata: Kata, answer: Answer) -> str:
    names = " and ".join(f"`{kata.signature.names[index]}`" for index in answer.mutated)
    return f"It changes its argument {names} in place. Work on a copy instead."


def _unjudged(
    exercise: Exercise, arguments: tuple[Any, ...], sandbox: Sandbox, verdicts: Sequence[Verdict]
) -> TriedCall:
    """The trial of a file that could not be loaded."""
    trial = _trial(exercise, arguments, sandbox)
    first = verdicts[0]
    trial["outcome"] = first.outcome
    trial["message"] = first.failure.message if first.failure else ""
    return trial


def _trial(exercise: Exercise, arguments: tuple[Any, ...], sandbox: Sandbox) -> TriedCall:
    signature = exercise.kata.signature
    names = signature.names
    return {
        "schema": SCHEMA,
        "kata": exercise.slug,
        "outcome": "passed",
        "call": call_as_python(signature, arguments, _WIDTH),
        "arguments": {name: plain(value) for name, value in zip(names, arguments, strict=False)},
        "returned": None,
        "expected": None,
        "is_unique": exercise.kata.acceptance is None,
        "message": "",
        "printed": "",
        "notes": [],
        "sandbox": sandbox.level,
    }
