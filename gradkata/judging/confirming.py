"""Ask the calls of each failure again in a fresh process, so that a report shows only what is so.

A failure was found in a process that had answered many other calls before.  A report shows it to a student, who
tries the call alone.  `confirmed` therefore asks the calls that a failure shows in a fresh process.  What is shown is
what they return there, and what was printed there.

All failures share one process, in which the calls of the first one come first, and the calls of each relation are made
once more in reverse order.  If an answer there is not the one that was found, or if the contract found that answers
change, each failure gets a process of its own.

If the calls of a failure are answered rightly in a fresh process, the answer depends on earlier calls or on chance.
`_after_others` looks for the fewest earlier calls after which it is wrong again: the same calls, the call before, the
first one, several or all of those before.  The failure then shows these calls in order.

A call that exceeded a limit is not repeated.  All searches are bounded by a number of processes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from gradkata.author_code import Overrun
from gradkata.comparing.wording import show
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Property
from gradkata.drawing.bank import Call
from gradkata.judging.answers import Answer
from gradkata.judging.asking import Conversation
from gradkata.judging.repeating import changing, differ
from gradkata.judging.verdicts import (
    MOST_SHOWN,
    Ask,
    Failure,
    Made,
    Verdict,
    breach,
    changed_later,
    disagreement,
    identical,
    judge_property,
)
from gradkata.outcomes import NOT_FAILED, Outcome

_AFTER_OTHERS = (
    "It remembers from call to call: asked alone, in a fresh process, the last call is answered rightly."
)
_OTHER_AFTER_OTHERS = (
    "It remembers from call to call: asked alone, in a fresh process, the last call gets another answer."
)
_ADVICE = (
    "What the function keeps between calls changes its answers, for example a global variable, a default argument, "
    "an attribute or a cache. It should depend on its arguments alone."
)
_NOT_AGAIN = (
    "Asked again, in a fresh process, this is answered rightly. "
    "The answer depends on chance or on other calls."
)
# They depend on the machine, or were never asked.
_NOT_REPEATED: frozenset[Outcome] = frozenset(("timeout", "memory", "skipped", "not-loaded"))
_UNRELIABLE: frozenset[Outcome] = _NOT_REPEATED | {"crashed"}

Converse = Callable[[], Conversation]


def confirmed(
    kata: Kata, calls: Sequence[Call], known: Sequence[Verdict], shown: Sequence[Verdict], converse: Converse
) -> list[Verdict]:
    """The verdicts, each with a failure that occurs in a fresh process as well, or that says why it does not.

    Args:
        kata: the properties.
        calls: those of the bank, in the order in which they were made.
        known: the verdicts on the bank.
        shown: the same, with smaller failures where some were found.
        converse: starts a fresh process for some calls.

    Raises:
        SandboxError: if the sandbox failed; this is never the student's fault.
    """
    result = list(shown)
    failing = [i for i, each in enumerate(shown) if _is_repeated(each)]
    together = None
    if failing and not any(each.outcome == "nondeterministic" for each in known):
        together = _together(kata, [shown[i] for i in failing], converse)
    for position, i in enumerate(failing):
        result[i] = together[position] if together else _alone(kata, calls, known[i], shown[i], converse)
    return [_without_needless_calls(each) for each in result]


def _without_needless_calls(verdict: Verdict) -> Verdict:
    """A check whose last call gave no value, without the calls before it, unless they are the reason."""
    failure = verdict.failure
    if verdict.property.check is None or failure is None or failure.relation or failure.remembers:
        return verdict
    return replace(verdict, failure=replace(failure, earlier=(), left_out=0))


def _is_repeated(verdict: Verdict) -> bool:
    failure = verdict.failure
    return (
        failure is not None and verdict.outcome not in NOT_FAILED | _NOT_REPEATED and bool(failure.arguments)
    )


def _is_other(one: Verdict, other: Verdict) -> bool:
    """Whether two failures show different answers."""
    from gradkata.judging.failure_text import plain

    a, b = one.failure, other.failure
    return a is None or b is None or a.outcome != b.outcome or a.remembers or plain(a.got) != plain(b.got)


def _together(kata: Kata, verdicts: Sequence[Verdict], converse: Converse) -> list[Verdict] | None:
    """All failures again in one process; None if an answer is not the one that was found."""
    conversation = converse()
    result = []
    try:
        for verdict in verdicts:
            again = _again(kata, verdict, conversation.ask)
            if again is None or again.outcome in _UNRELIABLE:
                return None
            result.append(Verdict(verdict.property, again.outcome, again))
            if _is_other(result[-1], verdict):
                return None
        for each in result:
            if not _is_answered_alike_backwards(each.failure, conversation.ask):
                return None
    finally:
        conversation.close()
    return result


def _is_answered_alike_backwards(failure: Failure | None, ask: Ask) -> bool:
    """Whether the calls of a relation get the same answers in reverse order."""
    if failure is None or failure.answer is None or not failure.earlier:
        return True
    made = [*failure.earlier, Made(failure.arguments, failure.answer)]
    return not any(differ(ask(each.arguments), each.answer) for each in reversed(made))


def _alone(kata: Kata, calls: Sequence[Call], known: Verdict, shown: Verdict, converse: Converse) -> Verdict:
    """A failure again in a process of its own: the smaller one, the one of the bank, or one after other calls."""
    if shown.outcome == "nondeterministic":
        return _changing(kata, calls, shown, converse)
    for each in (shown, known) if shown is not known else (shown,):
        again = _in_fresh_process(kata, each, converse)
        if again is not None:
            if again.outcome in _UNRELIABLE and again.outcome != each.outcome:
                return each
            return Verdict(each.property, again.outcome, _unless_alike_alone(again, converse))
    found = _after_others(kata, calls, known, converse)
    if found is None:
        failure = known.failure
        assert failure is not None
        found = replace(failure, message=f"{failure.message}\n{_NOT_AGAIN}".lstrip())
    return Verdict(known.property, found.outcome, found)


def _unless_alike_alone(failure: Failure, converse: Converse) -> Failure:
    """The failure of a relation; it says so if the last of its calls gets another answer alone."""
    if failure.answer is None or not failure.earlier:
        return failure
    [alone] = _asked(converse, (), failure)
    if alone.outcome in _UNRELIABLE or not differ(alone, failure.answer):
        return failure
    return _remembering(failure, alone, failure.answer)


def _remembering(failure: Failure, alone: Answer, after: Answer) -> Failure:
    """The failure of a call that gets another answer alone."""
    texts = [show(each.raw, lines=1) if each.outcome == "passed" else each.outcome for each in (alone, after)]
    said = f"The same call gives different answers: alone {texts[0]}, after the calls above {texts[1]}."
    return replace(failure, remembers=True, relation=_OTHER_AFTER_OTHERS, message=f"{said}\n{_ADVICE}")


def _in_fresh_process(
    kata: Kata, verdict: Verdict, converse: Converse, before: Sequence[tuple[Any, ...]] = ()
) -> Failure | None:
    """The failure of the same calls in a fresh process, after some others; None if they are answered rightly."""
    conversation = converse()
    try:
        earlier = [Made(arguments, conversation.ask(arguments)) for arguments in before]
        again = _again(kata, verdict, conversation.ask)
    finally:
        conversation.close()
    if again is None or not earlier:
        return again
    return _with_earlier(again, earlier)


def _with_earlier(failure: Failure, earlier: Sequence[Made]) -> Failure:
    """A failure that shows other calls before its own."""
    every = [*earlier, *failure.earlier]
    kept = every[-(MOST_SHOWN - 1) :]
    printed = "".join([*[each.answer.printed for each in earlier], failure.printed])
    left_out = failure.left_out + len(every) - len(kept)
    return replace(failure, earlier=tuple(kept), left_out=left_out, printed=printed)


def _again(kata: Kata, verdict: Verdict, ask: Ask) -> Failure | None:
    """The failure of the calls that a verdict shows, asked once more; None if they are answered rightly."""
    prop, failure = verdict.property, verdict.failure
    assert failure is not None
    if prop.check is not None:
        return _checked_again(kata, prop, failure, ask)
    if prop.sort == "contract" and failure.earlier:
        before = [Made(each.arguments, ask(each.arguments), each.recipes) for each in failure.earlier]
        answer = ask(failure.arguments)
        last = Made(failure.arguments, answer, failure.recipes)
        return (
            replace(changed_later(before[-1], last), printed=answer.printed)
            if answer.changed_earlier
            else None
        )
    answer = ask(failure.arguments)
    call = Call(failure.arguments, failure.expected, failure.recipes)
    again = (
        breach(kata, call, answer, in_core=True)
        if prop.sort == "contract"
        else disagreement(kata, call, answer)
    )
    return again and replace(again, printed=answer.printed, recipes=failure.recipes)


def _checked_again(kata: Kata, prop: Property, failure: Failure, ask: Ask) -> Failure | None:
    try:
        return judge_property(kata, prop, failure.inputs, ask)
    except Overrun:
        return failure


def _after_others(kata: Kata, calls: Sequence[Call], known: Verdict, converse: Converse) -> Failure | None:
    """The failure after the fewest earlier calls; None if it does not occur again."""
    failure = known.failure
    assert failure is not None
    for before in _rows(calls, failure):
        again = _in_fresh_process(kata, known, converse, before)
        if (
            again is not None
            and again.outcome not in _UNRELIABLE
            and _is_certain(kata, known, again, converse, before)
        ):
            message = f"{again.message}\n{_ADVICE}".lstrip()
            return replace(
                again, remembers=True, relation=_after_others_text(again, len(before)), message=message
            )
    return None


def _is_certain(
    kata: Kata, known: Verdict, again: Failure, converse: Converse, before: Sequence[tuple[Any, ...]]
) -> bool:
    """Whether the calls are answered rightly alone and wrongly after others once more: else it is chance."""
    from gradkata.judging.failure_text import plain

    if _in_fresh_process(kata, known, converse) is not None:
        return False
    once_more = _in_fresh_process(kata, known, converse, before)
    return once_more is not None and plain(once_more.got) == plain(again.got)


def _after_others_text(failure: Failure, before: int) -> str:
    """The sentence on a failure that occurs only after some calls."""
    own = len(failure.earlier) + failure.left_out + 1 - before
    if own == 1 or not failure.relation:
        return _AFTER_OTHERS
    satisfied = f"alone, in a fresh process, the last {own} calls satisfy this"
    return f"{failure.relation} It remembers from call to call: {satisfied}."


def _rows(calls: Sequence[Call], failure: Failure) -> Iterator[list[tuple[Any, ...]]]:
    """Calls to make before those of a failure, the shortest lists first."""
    yield [*[each.arguments for each in failure.earlier], failure.arguments]
    at = next((i for i, call in enumerate(calls) if identical(call.arguments, failure.arguments)), len(calls))
    every = [call.arguments for call in calls[:at]]
    lists = [every[-1:], every[:1], every[1 - MOST_SHOWN :], every]
    for i, each in enumerate(lists):
        if each and not any(len(each) == len(other) and each[0] is other[0] for other in lists[:i]):
            yield each


def _changing(kata: Kata, calls: Sequence[Call], found: Verdict, converse: Converse) -> Verdict:
    """Why the answer to a call changes: by chance, or because of the calls before."""
    failure = found.failure
    assert failure is not None
    first, second = (_asked(converse, (), failure)[-1] for _ in range(2))
    if differ(first, second):
        again = changing(Made(failure.arguments, first, failure.recipes), second)
        return Verdict(found.property, "nondeterministic", again)
    for before in _rows(calls, replace(failure, earlier=())):
        *earlier, last = _asked(converse, before, failure)
        if last.outcome in _UNRELIABLE or not differ(first, last):
            continue
        *_, once_more = _asked(converse, before, failure)
        if differ(last, once_more) or differ(first, _asked(converse, (), failure)[-1]):
            again = changing(Made(failure.arguments, first, failure.recipes), last)
            return Verdict(found.property, "nondeterministic", again)
        again = changing(Made(failure.arguments, first, failure.recipes), last)
        made = [Made(arguments, answer) for arguments, answer in zip(before, earlier, strict=True)]
        again = _remembering(replace(again, earlier=()), first, last)
        return Verdict(found.property, "nondeterministic", _with_earlier(again, made))
    return found


def _asked(converse: Converse, before: Sequence[tuple[Any, ...]], failure: Failure) -> list[Answer]:
    """The answers to some calls and then to that of a failure, in a fresh process."""
    conversation = converse()
    try:
        return [conversation.ask(arguments) for arguments in [*before, failure.arguments]]
    finally:
        conversation.close()
