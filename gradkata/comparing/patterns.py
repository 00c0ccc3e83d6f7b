"""A sentence on how a wrong answer differs as a whole, where the numbers leave no doubt.

Each pattern is a fact about all entries; the question behind it is a guess.  Without strong evidence
nothing is said: a false lead costs a student more than none.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.comparing import factors, values
from gradkata.comparing.arrangement import arrangement, unfilled
from gradkata.comparing.closeness import compare
from gradkata.comparing.paired_values import Evidence, gather, numbers

_LARGEST = 100_000
_BY_ENTRY: tuple[Callable[[Evidence], str], ...] = (
    values.not_finite,
    values.precision,
    factors.sign,
    factors.factor,
    values.formula,
    values.rounding,
    values.limit,
)
# Facts that a mere change of places can imitate.
_AFTER_PLACES: tuple[Callable[[Evidence], str], ...] = (values.offset, values.complement)
# How sentences on places begin that differ only in what each case leaves out or adds.
_IN_COMMON = (
    ("Right, but without the last", "right, but without the last entries: does it stop too early?"),
    ("Right, but without the first", "right, but without the first entries: does it start too late?"),
    ("Right, but without", "right, but some entries are missing."),
    ("Right, but with ", "right, but with some entries too many."),
)


def explain(got: Any, expected: Any, sizes: Mapping[str, int] | None = None) -> str:
    """What one wrong result looks like: a sentence, or "".

    Both are normalised: a number, an array, a word or a list of words; ``sizes`` tells what each size
    name stands for in this call.
    """
    left, right = _as_arrays(got, expected)
    if left is None or right is None or max(left.size, right.size) > _LARGEST:
        return _about_words(got, expected)
    if left.dtype.kind == "b" and right.dtype.kind == "b":
        return _about_booleans(left, right)
    words = isinstance(expected, list | tuple)
    evidence = None if words else gather([(left, right)], [sizes or {}], 1)
    return _first(evidence, _BY_ENTRY) or _places([(left, right)]) or _first(evidence, _AFTER_PLACES)


def explain_many(pairs: Sequence[tuple[Any, Any]], sizes: Sequence[Mapping[str, int]] | None = None) -> str:
    """What the answers to several calls have in common: a sentence that is true of all of them, or "".

    Each pair is what came and what was expected, the right ones included; ``sizes`` as in `explain`,
    one for each pair.
    """
    if len(pairs) < 2:
        return explain(*pairs[0], sizes[0] if sizes else None) if pairs else ""
    arrays = [_as_arrays(got, expected) for got, expected in pairs]
    if any(a is None or b is None for a, b in arrays):
        return ""
    if sum(a.size + b.size for a, b in arrays) > 2 * _LARGEST:
        return ""
    wrong = [pair for pair in arrays if not _is_right(*pair)]
    if len(wrong) < 2:
        return ""
    words = any(isinstance(expected, list | tuple) for _, expected in pairs)
    booleans = all(b.dtype.kind == "b" for _, b in arrays)
    evidence = None
    if not words and not booleans:
        evidence = gather(arrays, sizes or [{}] * len(pairs), len(wrong))
    return _first(evidence, _BY_ENTRY) or _many_places(wrong, booleans) or _first(evidence, _AFTER_PLACES)


def _first(evidence: Evidence | None, patterns: Sequence[Callable[[Evidence], str]]) -> str:
    if evidence is None or not evidence.got.size or not evidence.differ.any():
        return ""
    return next((text for text in (pattern(evidence) for pattern in patterns) if text), "")


def _places(pairs: Sequence[tuple[Any, Any]]) -> str:
    got, expected = pairs[0]
    if _is_right(got, expected):
        return ""
    return arrangement(got, expected) or unfilled(got, expected)


def _many_places(wrong: Sequence[tuple[Any, Any]], booleans: bool) -> str:
    """A sentence on places that all wrong answers share."""
    if booleans:
        opposite = all(a.shape == b.shape and np.array_equal(a, ~b) for a, b in wrong)
        both = len({bool(x) for _, b in wrong for x in b.ravel()}) == 2
        return f"In all {len(wrong)} wrong cases the opposite." if opposite and both else ""
    said = {_places([pair]) for pair in wrong}
    if "" in said:
        return ""
    if len(said) == 1:
        text = said.pop()
        return f"In all {len(wrong)} wrong cases {text[0].lower()}{text[1:]}"
    for beginning, text in _IN_COMMON:
        if all(each.startswith(beginning) for each in said):
            return f"In all {len(wrong)} wrong cases {text}"
    return ""


def _about_booleans(got: Any, expected: Any) -> str:
    if got.shape != expected.shape or len(np.unique(expected)) < 2 or not np.array_equal(got, ~expected):
        return ""
    return "Everywhere the opposite." if got.size >= 6 else ""


def _about_words(got: Any, expected: Any) -> str:
    if type(got) is not str or type(expected) is not str or got == expected:
        return ""
    if "".join(got.split()) == "".join(expected.split()):
        return "Only the blanks differ."
    return "Only upper and lower case differ." if got.casefold() == expected.casefold() else ""


def _is_right(got: Any, expected: Any) -> bool:
    return compare(got, expected) is None


def _as_arrays(got: Any, expected: Any) -> tuple[Any, Any]:
    """Numbers or arrays as arrays; two lists of words as equal numbers for equal words; else None."""
    if isinstance(got, list | tuple) and isinstance(expected, list | tuple):
        if not all(type(each) is str for each in (*got, *expected)):
            return None, None
        # Odd numbers, since no two words are alike by accident.
        known = {word: i * np.pi for i, word in enumerate(dict.fromkeys((*expected, *got)), 1)}
        return np.array([known[word] for word in got]), np.array([known[word] for word in expected])
    return numbers(got), numbers(expected)
