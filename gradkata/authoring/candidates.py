"""Candidates for a bank: examples of a property, with the calls that they make and the right answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gradkata.authoring.trials import Function
from gradkata.declaring.kata import Kata
from gradkata.declaring.parts import Property
from gradkata.declaring.supported import fault_of
from gradkata.drawing.bank import MOST_IN_CHECK, BankError, Call
from gradkata.drawing.coding import Raises, weight
from gradkata.drawing.real import DrawError, draw_examples
from gradkata.judging.answers import Answer, observe
from gradkata.judging.verdicts import disagreement, judge_property

# How many examples are drawn for a property of each sort.
DRAWN = {"agreement": 160, "edge": 48, "property": 40}
# A check that calls the function more often than this is stored without its calls: they are made again when an
# answer is judged.  Few examples of it are drawn, and it must not call without end.
MOST_STORED = 16
MANY_EXAMPLES = 4


@dataclass(frozen=True, eq=False)
class Candidate:
    """One example that a bank may keep, and the wrong answers that it reveals.

    One that ``is_live`` is kept without its calls, which are too many to store; one that ``is_optional`` may be left
    out where a bank would become too large.
    """

    property: Property
    inputs: dict[str, Any]
    calls: tuple[Call, ...]
    kills: frozenset[str] = frozenset()
    distinguishes: frozenset[tuple[str, str]] = frozenset()
    is_live: bool = False
    is_optional: bool = False


def candidates(
    slug: str, kata: Kata, prop: Property, truth: Function, seed: str, count: int | None = None
) -> list[Candidate]:
    """Different examples of one property, each with its calls and their right answers."""
    if prop.sort == "example":
        return [_worked_example(kata, prop, truth)]
    drawn = drawn_examples(prop, prop.draws, count or DRAWN[prop.sort], f"{slug} {prop.name} {seed}")
    different = {_text(kata, prop, example): example for example in drawn}
    if prop.check is None:
        names = kata.signature.names
        return [single(kata, prop, tuple(e[name] for name in names), truth) for e in different.values()]
    found: list[Candidate] = []
    for example in different.values():
        found.append(_recorded(kata, prop, example, truth))
        if found[0].is_live and len(found) == MANY_EXAMPLES:
            break
    return found


def drawn_examples(prop: Property, draws: Mapping[str, Any], count: int, label: str) -> list[dict[str, Any]]:
    """Examples of a property.

    Raises:
        BankError: if nothing can be drawn.
    """
    try:
        return draw_examples(draws, count, label)
    except DrawError as error:
        raise BankError(f"nothing can be drawn for {prop.sort} `{prop.name}`: {error}. Correct it.") from None


def _text(kata: Kata, prop: Property, example: dict[str, Any]) -> str:
    """An example as text, from which equal ones are recognised."""
    try:
        return weight(example)[1]
    except (KeyError, TypeError) as error:
        require_supported(kata, prop, [example.get(name) for name in kata.signature.names])
        raise BankError(f"property `{prop.name}` draws a value that a bank cannot hold: {error}.") from None


def _worked_example(kata: Kata, prop: Property, truth: Function) -> Candidate:
    """The candidate of a worked example; its answer must be the one that was worked out by hand."""
    given = tuple(prop.draws[name] for name in kata.signature.names if name in prop.draws)
    example = single(kata, prop, given, truth)
    by_hand = observe(lambda *_: prop.expected, kata.signature, given)
    if by_hand.outcome != "passed" or disagreement(kata, example.calls[0], by_hand) is not None:
        answer = _line(example.calls[0].answer)
        raise BankError(
            f"example `{prop.name}` expects {_line(prop.expected)}, but the reference answers {answer}."
        )
    return example


def single(kata: Kata, prop: Property, arguments: tuple[Any, ...], truth: Function) -> Candidate:
    """The candidate that asks one call."""
    require_supported(kata, prop, arguments)
    return Candidate(prop, {}, (Call(arguments, right_answer(kata, prop, arguments, truth)),))


def _recorded(kata: Kata, prop: Property, example: dict[str, Any], truth: Function) -> Candidate:
    calls: list[Call] = []
    faults: list[BankError] = []

    def ask(arguments: Sequence[Any]) -> Answer:
        try:
            require_supported(kata, prop, arguments)
            _require_few(prop, len(calls) + 1)
        except BankError as error:  # the check itself may catch it
            faults.append(error)
            raise
        answer = observe(truth, kata.signature, arguments)
        calls.append(Call(tuple(arguments), answer.value))
        return answer

    failure = judge_property(kata, prop, example, ask)
    if faults:
        raise faults[0]
    if failure is not None:
        shown = f"on {_line(example)}: {failure.reason}"
        raise BankError(f"property `{prop.name}` does not hold for the reference, {shown}")
    assert prop.check is not None
    wanted = prop.check.__code__.co_varnames[1 : prop.check.__code__.co_argcount]
    inputs = {name: example[name] for name in wanted}
    is_live = len(calls) > MOST_STORED
    return Candidate(prop, inputs, () if is_live else tuple(calls), is_live=is_live)


def _require_few(prop: Property, count: int) -> None:
    if count > MOST_IN_CHECK:
        raise BankError(
            f"property `{prop.name}` calls the function more than {MOST_IN_CHECK} times in one example. "
            "Call it less often."
        )


def require_supported(kata: Kata, prop: Property, arguments: Sequence[Any]) -> None:
    """Refuse a call that works in this process, but not in the sandbox."""
    if fault := fault_of(kata.signature, tuple(arguments)):
        raise BankError(f"property `{prop.name}` cannot be judged: {fault}.")


def right_answer(kata: Kata, prop: Property, arguments: tuple[Any, ...], truth: Function) -> Any:
    """The reference's answer to a call.

    Raises:
        BankError: if it fails, or raises where it must not, or does not raise where it must.
    """
    answer = observe(truth, kata.signature, arguments)
    if prop.error:
        if answer.outcome == "raised" and prop.error in answer.built_in:
            return Raises(prop.error)
        found = answer.message or f"it returns {_line(answer.value)}"
        raise BankError(f"the reference must raise {prop.error} on {_line(arguments)}: {found}")
    if answer.outcome != "passed" or answer.fault or answer.mutated:
        raise BankError(
            f"the reference itself fails on {_line(arguments)}: {answer.outcome} {answer.message}"
        )
    if rejected := disagreement(kata, Call(arguments, answer.value), answer):
        core = next(each.name for each in kata.properties if each.sort == "agreement")
        raise BankError(
            f"`{core}` rejects the reference on {_line(arguments)}: {_line(answer.value)}. {rejected.message}"
        )
    return answer.value


def _line(value: Any) -> str:
    """A value on one line."""
    return " ".join(repr(value).split())
