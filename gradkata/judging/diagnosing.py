"""Find the known misconception that a wrong answer behaves like.

A kata declares misconceptions: wrong answers with exactly one plausible mistake each.  After them come the mistakes of
every subject (`gradkata.mistakes`), which are made of the plain right answer.  A submission is
diagnosed as a misconception if both behave the same on every call of the bank that the submission answered:
equal values within the tolerance of the kata, the same type of exception, the same changed arguments and the
same breach of the contract (`answers.alike`).  Where several answers are right, two right answers count as the same.

All answered calls are compared, not only those that the submission answers wrongly.  A misconception that
fails on further calls is a different mistake, and its diagnosis would mislead.  If no answer is wrong, there
is nothing to diagnose.

The calls with wrong answers come first in the comparison.  That is where a misconception usually differs
from the submission, so that most misconceptions are rejected after a few calls.  The total cost is little
more than that of the misconception that matches.

Misconceptions run in this process: they are gradkata's own code and need no sandbox.  `diagnose` takes the
first match in the order of declaration.  Law 6 (`authoring.laws`) requires that the bank diagnoses each
misconception as itself and as no other, so the order does not matter for a kata that passes `kata lint`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from gradkata.declaring.kata import Kata, general_mistakes
from gradkata.declaring.parts import Misconception
from gradkata.drawing.bank import Call
from gradkata.drawing.coding import Raises
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.precision import IN_FLOAT32, is_single_precision
from gradkata.judging.verdicts import disagreement


def diagnose(
    kata: Kata, calls: Sequence[Call], answers: Sequence[Answer], right: Callable[..., Any]
) -> Misconception | None:
    """The first known mistake that answers as the submission does, if any; ``right`` is the plain right answer."""
    own = matching(kata.misconceptions, kata, calls, answers)
    general = general_mistakes(kata, right)
    found = next(chain(own, matching(general, kata, calls, answers)), None)
    if found is None and is_single_precision(kata, calls, answers):
        found = next((each for each in general if each.name == IN_FLOAT32), None)
    return found


def matching(
    known: Sequence[Misconception], kata: Kata, calls: Sequence[Call], answers: Sequence[Answer]
) -> Iterator[Misconception]:
    """The mistakes among the known ones that answer every call as the submission does, if it answers one wrongly."""
    answered = [
        (call, answer) for call, answer in zip(calls, answers, strict=True) if answer.outcome != "skipped"
    ]
    # Wrong answers first: this is where misconceptions differ from the submission.
    answered.sort(key=lambda pair: is_right(kata, *pair))
    if not answered or is_right(kata, *answered[0]):
        return
    for misconception in known:
        if all(_is_alike(kata, call, misconception, answer) for call, answer in answered):
            yield misconception


def _is_alike(kata: Kata, call: Call, misconception: Misconception, answer: Answer) -> bool:
    """Whether a misconception answers a call as the submission does; both may be right in different ways."""
    other = observe(misconception.function, kata.signature, call.arguments)
    if alike(other, answer, kata.tolerance):
        return True
    is_unique = kata.acceptance is None and not isinstance(call.answer, Raises)
    return not is_unique and is_right(kata, call, other) and is_right(kata, call, answer)


def is_right(kata: Kata, call: Call, answer: Answer) -> bool:
    """Whether an answer is right and does not break the contract."""
    if answer.fault or answer.mutated:
        return False
    return disagreement(kata, call, answer) is None
