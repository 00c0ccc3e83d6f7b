"""The right answers to the calls that a failure shows; computed by the plain right answer, in this process."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gradkata.comparing.digest import Digest
from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Call
from gradkata.judging.answers import Answer, observe
from gradkata.judging.verdicts import Failure, Made, Verdict, disagreement


def with_right_answer(kata: Kata, truth: Callable[..., Any], verdict: Verdict) -> Verdict:
    """The verdict with the right answer to the last call shown, if that call is answered wrongly.

    It takes the place of a digest.  If only earlier calls are answered wrongly, the first of them gets it.
    """
    failure = verdict.failure
    if failure is None or not failure.arguments:
        return verdict
    if failure.answer is None:
        if not any(isinstance(each, Digest) for each in _parts(failure.expected)):
            return verdict
        whole = observe(truth, kata.signature, failure.arguments)
        return replace(verdict, failure=replace(failure, expected=whole.value))
    right = _right(kata, truth, failure.arguments, failure.answer)
    if right is not None:
        failure = replace(failure, expected=right.value, is_unique=kata.acceptance is None)
    elif not failure.remembers and not failure.left_out:
        failure = replace(failure, earlier=_first_wrong(kata, truth, failure))
    return replace(verdict, failure=failure)


def _first_wrong(kata: Kata, truth: Callable[..., Any], failure: Failure) -> tuple[Made, ...]:
    """The earlier calls, the first wrong one of them with the right answer."""
    for position, made in enumerate(failure.earlier):
        right = _right(kata, truth, made.arguments, made.answer)
        if right is not None:
            before, after = failure.earlier[:position], failure.earlier[position + 1 :]
            return (*before, replace(made, right=right), *after)
    return failure.earlier


def _right(
    kata: Kata, truth: Callable[..., Any], arguments: tuple[Any, ...], answer: Answer
) -> Answer | None:
    """The right answer to a call that is answered wrongly; None if it is not, or if there is no right answer."""
    right = observe(truth, kata.signature, arguments)
    if right.outcome != "passed" or disagreement(kata, Call(arguments, right.value), answer) is None:
        return None
    return right


def _parts(expected: Any) -> tuple[Any, ...]:
    return expected if isinstance(expected, tuple) else (expected,)
