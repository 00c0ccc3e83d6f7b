"""Input on which a wrong answer that earns all points differs from the right one, as lines to paste into a grader."""

from typing import Any, NamedTuple

import numpy as np

from gradkata.authoring.bank_laws import fresh_draws
from gradkata.authoring.candidates import Candidate
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import Function, asking
from gradkata.comparing.closeness import Tolerance
from gradkata.judging.answers import alike, observe
from gradkata.judging.verdicts import judge_property

_LONGEST = 2000  # characters of a line to paste


class KillingInput(NamedTuple):
    """A new example on which a wrong answer differs: its property, the arguments of a call, and the right answer."""

    property: str
    arguments: tuple[Any, ...]
    expected: Any


def difference(subject: Subject, function: Function, times: float = 1.0) -> KillingInput | None:
    """The smallest new example on which a function differs from the right answer; None if they agree on all.

    ``times`` widens the tolerance: what differs by little more than it shows on few inputs of thousands.
    """
    kata = subject.kata
    wide = Tolerance(times * kata.tolerance.rtol, times * kata.tolerance.atol)
    for candidate in sorted(fresh_draws(subject), key=_numbers):
        for call in candidate.calls:
            answers = [observe(each, kata.signature, call.arguments) for each in (function, subject.truth)]
            if not alike(answers[0], answers[1], wide):
                return KillingInput(candidate.property.name, call.arguments, answers[1].value)
        if candidate.property.check is not None:
            if judge_property(kata, candidate.property, candidate.inputs, asking(kata, function)) is not None:
                call = candidate.calls[0]
                return KillingInput(candidate.property.name, call.arguments, call.answer)
    return None


def _numbers(candidate: Candidate) -> int:
    """How many numbers or words the arguments of an example hold."""
    return sum(_size(argument) for call in candidate.calls for argument in call.arguments)


def _size(value: Any) -> int:
    if isinstance(value, list):
        return 1 + sum(map(_size, value))
    return int(np.size(value)) if isinstance(value, np.ndarray) else 1


def example_line(subject: Subject, found: KillingInput) -> str:
    """The declaration of an example that such an answer fails."""
    given = zip(subject.kata.signature.names, found.arguments, strict=False)
    named = "".join(f", {name}={literal(value)}" for name, value in given)
    line = f'kata.example("Say what this input is.", expected={literal(found.expected)}{named})'
    if len(line) > _LONGEST:
        return f"kata.edge(...) with draws for input as in `{found.property}`, which the bank holds too little of"
    return line


def literal(value: Any) -> str:
    """A value as Python writes it, after ``import numpy as np``."""
    if isinstance(value, np.ndarray):
        if value.size == 0:
            return f"np.zeros({value.shape}, {value.dtype.name!r})"
        dtype = "" if value.dtype.kind in "fb" else f", dtype={value.dtype.name!r}"
        return f"np.array({literal(value.tolist())}{dtype})"
    if isinstance(value, (list, tuple)):
        inside = ", ".join(map(literal, value))
        if isinstance(value, list):
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, float) and not np.isfinite(value):
        return f'float("{value}")'
    if isinstance(value, np.ufunc):
        return f"np.{value.__name__}"
    return repr(value.item() if isinstance(value, np.generic) else value)
