"""Ask some calls again in a fresh process and in reverse order: no answer may depend on chance or on earlier calls."""

from collections.abc import Callable, Sequence

from gradkata.comparing.closeness import Tolerance
from gradkata.comparing.wording import show
from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Call
from gradkata.isolation.sandbox import Reply
from gradkata.judging.answers import Answer, agree, alike, read
from gradkata.judging.verdicts import Failure, Made, Verdict
from gradkata.submissions.submission import Submission

ASKED_AGAIN = 48
"""The most calls that are asked again."""
# Two runs of the same code on the same input may differ only by the alignment of memory.
_REPEATED = Tolerance(rtol=1e-13, atol=1e-300)

AskAgain = Callable[[Sequence[int]], Sequence[Reply | None]]


def repeated(
    kata: Kata,
    calls: Sequence[Call],
    submission: Submission,
    answers: Sequence[Answer],
    found: list[Verdict],
    ask_again: AskAgain,
) -> list[Verdict]:
    """The verdicts; the contract fails if the second answer to a call differs from the first.

    Nothing is asked if the contract failed before.  ``ask_again`` makes the calls with the given indices in a fresh
    process, in this order.
    """
    position = next((i for i, v in enumerate(found) if v.property.sort == "contract"), None)
    if position is None or found[position].outcome != "passed":
        return found
    answered = [i for i, answer in enumerate(answers) if answer.outcome == "passed"]
    step = -(-len(answered) // (ASKED_AGAIN - 1)) or 1
    chosen = answered[::-step]
    chosen += chosen[-1:]  # the same call twice in one process
    for number, (index, reply) in enumerate(zip(chosen, ask_again(chosen), strict=True), 1):
        call, first = calls[index], answers[index]
        if reply is not None and reply.status == "returned" and reply.frame == first.frame:
            continue
        second = read(reply, kata.signature, call.arguments, submission)
        # The additional call may exceed the limits of a process that the others keep.
        if number == len(chosen) and second.outcome in ("skipped", "timeout"):
            break
        if second.outcome == "passed" and agree(second.values, first.values, _REPEATED):
            continue
        failure = changing(Made(call.arguments, first, call.recipes), second)
        found[position] = Verdict(found[position].property, "nondeterministic", failure)
        break
    return found


def differ(one: Answer, other: Answer) -> bool:
    """Whether two answers to the same call differ by more than the alignment of memory explains."""
    return not alike(one, other, _REPEATED)


def changing(before: Made, second: Answer) -> Failure:
    """The breach of the contract by a second answer that differs from the one before."""
    texts = [
        show(each.raw, lines=1) if each.outcome == "passed" else each.outcome
        for each in (before.answer, second)
    ]
    return Failure(
        "nondeterministic",
        before.arguments,
        second.raw,
        message=f"The same call gives different answers: first {texts[0]}, then {texts[1]}.",
        recipes=before.recipes,
        earlier=(before,),
        answer=second,
        printed=second.printed,
    )
