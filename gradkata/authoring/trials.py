"""Judge gradkata's own functions, right and wrong ones, in this process and without a sandbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Bank
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.repeating import ASKED_AGAIN
from gradkata.judging.scoring import Points, total
from gradkata.judging.verdicts import Ask, Failure, Verdict, verdict, verdicts

Function = Callable[..., Any]


@dataclass(frozen=True)
class Trial:
    """The result of one of gradkata's own functions on a bank."""

    verdicts: tuple[Verdict, ...]
    answers: tuple[Answer, ...]
    score: "Points"

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the properties that do not hold."""
        return tuple(v.property.name for v in self.verdicts if v.outcome != "passed")


def asking(kata: Kata, function: Function) -> Ask:
    """A function that calls one of gradkata's own functions."""

    def ask(arguments: Sequence[Any]) -> Answer:
        return observe(function, kata.signature, arguments)

    return ask


def _answers(kata: Kata, bank: Bank, function: Function) -> tuple[Answer, ...]:
    """The answers to all calls; each is kept as it was, and looked at again after the next call."""
    found: list[Answer] = []
    before: Answer | None = None
    for call in bank.calls:
        answer = observe(function, kata.signature, call.arguments)
        kept = replace(answer, values=tuple([_copy(value) for value in answer.values]))
        if (
            before is not None
            and answer.outcome == "passed"
            and not _is_unchanged(before.values, found[-1].values)
        ):
            kept = replace(kept, changed_earlier=True)
        found.append(kept)
        before = answer
    return tuple(found)


def _copy(value: Any) -> Any:
    return value.copy() if isinstance(value, np.ndarray) else value


def _is_unchanged(values: Sequence[Any], copies: Sequence[Any]) -> bool:
    return all(
        one.tobytes() == other.tobytes()
        for one, other in zip(values, copies, strict=True)
        if isinstance(one, np.ndarray)
    )


def try_out(kata: Kata, bank: Bank, function: Function) -> Trial:
    """Judge one of gradkata's own functions on a bank, as a submission is judged."""
    ask = asking(kata, function)
    answers = _answers(kata, bank, function)
    found = verdicts(kata, bank, answers, ask)
    for index, each in enumerate(found):
        if each.property.sort == "contract" and each.outcome == "passed":
            step = -(-len(bank.calls) // ASKED_AGAIN) or 1
            for position in range(len(bank.calls) - 1, -1, -step):
                call = bank.calls[position]
                if not alike(answers[position], ask(call.arguments), kata.tolerance):
                    failure = Failure("nondeterministic", call.arguments)
                    found[index] = Verdict(each.property, "nondeterministic", failure)
                    break
    return Trial(tuple(found), answers, total(found))


def try_quickly(kata: Kata, bank: Bank, function: Function) -> Trial:
    """Judge one of gradkata's own functions on a bank, with no more calls than the verdicts need.

    An answer that fails a property is not examined for a breach of the contract, and is called anew for each property.
    """
    ask = asking(kata, function)
    answers = _OnDemand(bank, ask)
    others = [prop for prop in kata.properties if prop.sort != "contract"]
    found = [verdict(kata, bank, prop, answers, ask) for prop in others]
    if all(each.outcome == "passed" for each in found):
        return try_out(kata, bank, function)
    contract = [Verdict(prop, "passed") for prop in kata.properties if prop.sort == "contract"]
    order = {prop.name: position for position, prop in enumerate(kata.properties)}
    listed = sorted([*contract, *found], key=lambda each: order[each.property.name])
    return Trial(tuple(listed), (), total(listed))


class _OnDemand(Sequence[Answer]):
    """Answers that are made when they are looked at, each once."""

    def __init__(self, bank: Bank, ask: Ask) -> None:
        self._calls, self._ask = bank.calls, ask
        self._made: dict[int, Answer] = {}

    def __len__(self) -> int:
        return len(self._calls)

    def __getitem__(self, index: Any) -> Any:
        if index not in self._made:
            self._made[index] = self._ask(self._calls[index].arguments)
        return self._made[index]
