"""A failure as text and as plain data.  Imported only if something failed: a right answer does not need it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.comparing.closeness import compare
from gradkata.comparing.patterns import explain
from gradkata.comparing.python_text import call_as_python
from gradkata.comparing.wording import differs_at, show
from gradkata.declaring.kata import Kata
from gradkata.drawing.coding import Raises
from gradkata.isolation.inside.formulas import FAMILIES, shown
from gradkata.judging.answers import Answer
from gradkata.judging.verdicts import Failure, Made
from gradkata.outcomes import SPECIAL, Counterexample, ShownCall
from gradkata.signature import infer_sizes

_MOST_ITEMS = 200
_MOST_CHARACTERS = 6_000  # 200 floats take 5,000
_MOST_BITS = 1024  # a longer integer is too large for a JSON reader that takes it for a float
_MOST_PRINTED = 3_000  # as JSON, in which an escape may be long
_MOST_LINES = 8
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_WIDTH = 66  # on a page of 80 columns, next to a label


def counterexample(kata: Kata, failure: Failure) -> Counterexample | None:
    """The calls that show a failure, their results and the right answer to the last; None if nothing was called."""
    if not failure.arguments:
        return None
    earlier = [_shown(kata, each.arguments, _returned(each.answer), each.recipes) for each in failure.earlier]
    found: Counterexample = {
        "calls": [*earlier, _shown(kata, failure.arguments, failure.got, failure.recipes)],
        "expected": plain(failure.expected),
        "relation": failure.relation or None,
        "printed": _printed(failure.printed),
    }
    if not failure.is_unique:
        found["is_unique"] = False
    if failure.remembers:
        found["remembers"] = True
    if failure.left_out:
        found["left_out"] = failure.left_out
    return found


def _shown(kata: Kata, arguments: Sequence[Any], returned: Any, recipes: Mapping[int, str]) -> ShownCall:
    named = enumerate(zip(kata.signature.names, arguments, strict=False))
    return {
        "call": call_as_python(kata.signature, arguments, _WIDTH, recipes),
        "arguments": {name: recipes[i] if i in recipes else _whole(value) for i, (name, value) in named},
        "returned": plain(returned),
    }


def _returned(answer: Answer) -> Any:
    if answer.outcome == "raised":
        return Raises(answer.error)
    return answer.value if answer.outcome == "passed" else answer.raw


def _printed(text: str) -> str:
    """Printed text, cut with a note if it is long."""
    kept = text[:_MOST_PRINTED]
    escaped = len(json.dumps(kept))
    if escaped > _MOST_PRINTED:
        kept = kept[: _MOST_PRINTED * len(kept) // escaped]
    left = len(text) - len(kept)
    return f"{kept}\n... {left} more characters\n" if left else text


def message(kata: Kata, failure: Failure, observations: Sequence[str]) -> str:
    """What is wrong, in at most eight lines; ``observations`` apply to all answers on ordinary input."""
    lines = [failure.message] if failure.message else []
    has_no_value = failure.expected is None or isinstance(failure.expected, Raises)
    if failure.outcome == "wrong" and not failure.remembers and not has_no_value:
        lines += _explanation(kata, failure, observations)
    for ordinal, made in zip(_ORDINALS, failure.earlier, strict=False):
        if made.right is not None:
            lines += _on_earlier_call(kata, ordinal, made, made.right)
    return "\n".join("\n".join(lines).split("\n")[:_MOST_LINES])


def _explanation(kata: Kata, failure: Failure, observations: Sequence[str]) -> list[str]:
    """How the answer to the last call differs from the right one."""
    if kata.acceptance is not None and not failure.is_unique:
        return [f"Any answer is right for which this holds: {kata.acceptance.claim}"]
    return [*_difference(kata, failure, guess=not observations), *observations]


def _on_earlier_call(kata: Kata, ordinal: str, made: Made, right: Answer) -> list[str]:
    """The right answer to a call before the last one, and how the answer differs from it."""
    article = "The" if kata.acceptance is None else "A"
    said = f"The {ordinal} call is answered wrongly. {article} right answer is {show(right.value, lines=1)}."
    if kata.acceptance is not None or made.answer.outcome != "passed":
        return [said]
    failure = Failure("wrong", made.arguments, made.answer.value, right.value)
    return [said, *_difference(kata, failure, guess=True)]


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
    """A value as JSON data: lists, numbers, strings; NaN and infinities are strings; long values are cut.

    What has no form in JSON is an object that names its type.  A string that reads as NaN or an infinity is quoted.
    """
    return _plain(value, 0, [_MOST_CHARACTERS], _MOST_ITEMS)


def _whole(argument: Any) -> Any:
    """An argument of a call as JSON data: nothing is left out, since it comes from the bank."""
    return shown(argument) if type(argument) in FAMILIES else _plain(argument, 0, [1 << 30], 1 << 30)


def _plain(value: Any, depth: int, left: list[int], most: int) -> Any:
    """``left`` counts down the characters that nested lists may still take, and no list has more than ``most``."""
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim):
        left[0] -= 2
        cut: list[Any] = []
        rows = value[:most].tolist() if isinstance(value, np.ndarray) and value.ndim == 1 else value[:most]
        for each in rows if depth <= 8 else ():
            if left[0] < 0:
                break
            cut.append(_plain(each, depth + 1, left, most))
        return cut if len(cut) == len(value) else [*cut, "..."]
    entry = _entry(value.item() if isinstance(value, np.generic | np.ndarray) else value)
    left[0] -= len(str(entry)) + 2
    return entry


def _entry(value: Any) -> Any:
    if isinstance(value, float):
        return value + 0.0 if np.isfinite(value) else str(value)  # -0.0 becomes 0.0
    if isinstance(value, str):
        return repr(value) if value in SPECIAL else value[:1000]
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return {"integer": f"of {value.bit_length()} bits"}
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, complex):
        return {"complex": str(value)}
    if isinstance(value, Raises):
        return {"raises": value.error}
    if type(value) in FAMILIES:
        return {"function": shown(value)[:_MOST_CHARACTERS]}
    return {"type": getattr(value, "type_name", type(value).__name__)}
