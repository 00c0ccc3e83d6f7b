"""Which known mistake a wrong answer behaves like."""

from collections.abc import Iterator, Sequence

from gradkata.declaring.kata import Kata, Misconception
from gradkata.drawing.bank import Call
from gradkata.judging.answers import Answer, agree, alike, as_values, observe


def diagnose(kata: Kata, calls: Sequence[Call], answers: Sequence[Answer]) -> Misconception | None:
    """The first misconception that answers as the submission does, if any."""
    return next(matching(kata, calls, answers), None)


def matching(kata: Kata, calls: Sequence[Call], answers: Sequence[Answer]) -> Iterator[Misconception]:
    """The misconceptions that answer every probe as the submission does: value, exception, changed arguments.

    At least one probe must tell them from the right answer.  Most misconceptions part from a submission
    within a few calls, so this costs little more than the one that matches.
    """
    asked = [
        (call, answer) for call, answer in zip(calls, answers, strict=True) if answer.outcome != "skipped"
    ]
    # Probes on which the submission is wrong come first: that is where misconceptions part from it.
    asked.sort(key=lambda pair: is_right(kata, *pair))
    if not asked or is_right(kata, *asked[0]):
        return
    for misconception in kata.misconceptions:
        if all(
            alike(observe(misconception.function, kata.signature, call.arguments), answer, kata.tolerance)
            for call, answer in asked
        ):
            yield misconception


def is_right(kata: Kata, call: Call, answer: Answer) -> bool:
    """Whether an answer is the right one, in value, kind and manners."""
    if answer.outcome != "passed" or answer.fault or answer.mutated:
        return False
    return agree(answer.values, as_values(call.answer, kata.signature), kata.tolerance)
