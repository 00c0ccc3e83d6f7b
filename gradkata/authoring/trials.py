"""Judge gradkata's own functions, right and wrong ones, in this process and without a sandbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gradkata.declaring.kata import Kata
from gradkata.drawing.bank import Bank
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.scoring import Points, total
from gradkata.judging.verdicts import Ask, Failure, Verdict, verdicts

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
    for index, verdict in enumerate(found):
        if verdict.property.sort == "contract" and verdict.outcome == "passed":
            again = tuple([ask(call.arguments) for call in reversed(bank.calls)])[::-1]
            for call, one, other in zip(bank.calls, answers, again, strict=True):
                if not alike(one, other, kata.tolerance):
                    failure = Failure("nondeterministic", call.arguments)
                    found[index] = Verdict(verdict.property, "nondeterministic", failure)
                    break
    return Trial(tuple(found), answers, total(found))
