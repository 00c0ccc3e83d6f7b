"""A failure as text and as plain data.  Imported only if something failed: a right answer does not need it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from gradkata.comparing.closeness import compare
from gradkata.comparing.patterns import explain
from gradkata.comparing.wording import call as call_text
from gradkata.comparing.wording import differs_at, show
from gradkata.declaring.kata import Kata
from gradkata.drawing.coding import Raises
from gradkata.isolation.inside.formulas import FAMILIES, shown
from gradkata.judging.verdicts import Failure
from gradkata.outcomes import Counterexample
from gradkata.signature import infer_sizes

_MOST_ITEMS = 200
_MOST_CHARACTERS = 6_000  # 200 floats take 5,000
_MOST_BITS = 1024  # a longer integer is too large for a JSON reader that takes it for a float
_MOST_LINES = 8
_WIDTH = 66  # on a page of 80 columns, next to a label


def counterexample(kata: Kata, failure: Failure) -> Counterexample | None:
    """The call that shows a failure, its result and the expected one; None if nothing was called."""
    if not failure.arguments and not failure.inputs:
        return None
    names = kata.signature.names
    inputs = dict(zip(names, failure.arguments, strict=False))
    inputs |= {name: value for name, value in failure.inputs.items() if name not in kata.signature.sizes}
    found: Counterexample = {
        "call": call_text(kata.signature.name, names, failure.arguments, _WIDTH, failure.recipes),
        "inputs": {name: plain(value) for name, value in inputs.items()},
        "got": plain(failure.got),
        "expected": plain(failure.expected),
    }
    return found if failure.is_unique else {**found, "is_unique": False}


def message(kata: Kata, failure: Failure, observations: Sequence[str]) -> str:
    """What is wrong, in at most eight lines; ``observations`` apply to all answers on ordinary input."""
    if failure.outcome == "nondeterministic":
        return failure.message.format(show(failure.expected), show(failure.got))
    lines = [failure.message] if failure.message else []
    if failure.outcome != "wrong" or failure.expected is None or isinstance(failure.expected, Raises):
        pass
    elif kata.acceptance is not None and not failure.is_unique:
        lines.append(f"Any answer is right for which this holds: {kata.acceptance.claim}")
    else:
        lines.extend(_difference(kata, failure, guess=not observations))
        lines.extend(observations)
    return "\n".join("\n".join(lines).split("\n")[:_MOST_LINES])


def _difference(kata: Kata, failure: Failure, *, guess: bool) -> list[str]:
    """Where the answer differs from the right one and, with ``guess``, what kind of difference it is."""
    several = len(kata.signature.results) > 1 and isinstance(failure.expected, tuple)
    pairs = (
        list(zip(failure.got, failure.expected, strict=True))
        if several
        else [(failure.got, failure.expected)]
    )
    lines = []
    sizes = infer_sizes(kata.signature, failure.arguments)
    for position, (got, expected) in enumerate(pairs):
        which = f"Result {position + 1} of {len(pairs)}: " if several else ""
        if np.shape(got) != np.shape(expected):
            entries = "entry" if np.size(got) == 1 else "entries"
            lines.append(f"{which}It has {np.size(got)} {entries}; expected: {np.size(expected)}.")
            continue
        difference = compare(got, expected, kata.tolerance)
        if difference is None:
            continue
        if np.ndim(expected):
            lines.append(which + differs_at(difference))
        elif several:
            lines.append(f"{which}{show(got)}, expected {show(expected)}")
        sentence = explain(got, expected, sizes) if guess else ""
        lines.extend([sentence] if sentence else [])
    return lines


def plain(value: Any) -> Any:
    """A value as JSON data: lists, numbers, strings; NaN and infinities are strings; long values are cut."""
    return _plain(value, 0, [_MOST_CHARACTERS])


def _plain(value: Any, depth: int, left: list[int]) -> Any:
    """``left`` counts down the characters that nested lists may still take."""
    if isinstance(value, np.ndarray):
        return _plain(value.tolist() if value.size <= _MOST_ITEMS else show(value), depth, left)
    if isinstance(value, (list, tuple)):
        left[0] -= 2
        cut: list[Any] = []
        for each in value[:_MOST_ITEMS] if depth <= 8 else ():
            if left[0] < 0:
                break
            cut.append(_plain(each, depth + 1, left))
        return cut if len(cut) == len(value) else [*cut, "..."]
    entry = _entry(value.item() if isinstance(value, np.generic) else value)
    left[0] -= len(str(entry)) + 2
    return entry


def _entry(value: Any) -> Any:
    if isinstance(value, float):
        return value + 0.0 if np.isfinite(value) else str(value)  # -0.0 becomes 0.0
    if isinstance(value, complex):
        return str(value)
    if isinstance(value, str):
        return value[:1000]
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return show(value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if type(value) in FAMILIES:
        return shown(value)[:_MOST_CHARACTERS]
    if isinstance(value, Raises):
        return f"<raises {value.error}>"
    return f"<{getattr(value, 'type_name', type(value).__name__)}>"
