"""A sentence on how a wrong answer differs as a whole, if the numbers leave no doubt.

Each pattern states a fact about all entries; the question after it is a guess.  Without strong evidence
there is no sentence: a wrong hint costs a student more than no hint.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.comparing import factors, values
from gradkata.comparing.arrangement import arrangement, unfilled
from gradkata.comparing.closeness import compare
from gradkata.comparing.paired_values import Evidence, collect, numbers

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
# Facts that a rearrangement of the entries can imitate.
_AFTER_PLACES: tuple[Callable[[Evidence], str], ...] = (values.offset, values.complement)
# Sentences on missing or additional entries name different ones in each case; these beginnings share a text.
_IN_COMMON = (
    (
        "It is right, but without the last",
        "it is right, but without the last entries: does it stop too early?",
    ),
    (
        "It is right, but without the first",
        "it is right, but without the first entries: does it start too late?",
    ),
    ("It is right, but without", "it is right, but some entries are missing."),
    ("It is right, but with ", "it is right, but has some entries too many."),
)


def explain(got: Any, expected: Any, sizes: Mapping[str, int] | None = None) -> str:
    """A sentence on how one wrong result differs, or "".

    Both are normalised: a number, an array, a string or a list of strings; ``sizes`` holds the value of each
    size name in this call.
    """
    left, right = _as_arrays(got, expected)
    if left is None or right is None or max(left.size, right.size) > _LARGEST:
        return _about_words(got, expected)
    if left.dtype.kind == "b" and right.dtype.kind == "b":
        return _about_booleans(left, right)
    words = isinstance(expected, list | tuple)
    evidence = None if words else collect([(left, right)], [sizes or {}], 1)
    return _first(evidence, _BY_ENTRY) or _places([(left, right)]) or _first(evidence, _AFTER_PLACES)


def explain_many(pairs: Sequence[tuple[Any, Any]], sizes: Sequence[Mapping[str, int]] | None = None) -> str:
    """What the answers to several calls have in common: a sentence that is true of all of them, or "".

    Each pair is a returned and an expected value, right answers included; ``sizes`` is as in `explain`,
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
        evidence = collect(arrays, sizes or [{}] * len(pairs), len(wrong))
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
    """A sentence on the places of entries that is true of all wrong answers."""
    if booleans:
        opposite = all(a.shape == b.shape and np.array_equal(a, ~b) for a, b in wrong)
        both = len({bool(x) for _, b in wrong for x in b.ravel()}) == 2
        return (
            f"In all {len(wrong)} wrong cases it is the opposite of what is expected."
            if opposite and both
            else ""
        )
    sentences = {_places([pair]) for pair in wrong}
    if "" in sentences:
        return ""
    if len(sentences) == 1:
        text = sentences.pop()
        return f"In all {len(wrong)} wrong cases {text[0].lower()}{text[1:]}"
    for beginning, text in _IN_COMMON:
        if all(each.startswith(beginning) for each in sentences):
            return f"In all {len(wrong)} wrong cases {text}"
    return ""


def _about_booleans(got: Any, expected: Any) -> str:
    if got.shape != expected.shape or len(np.unique(expected)) < 2 or not np.array_equal(got, ~expected):
        return ""
    return "Every entry is the opposite of what is expected." if got.size >= 6 else ""


def _about_words(got: Any, expected: Any) -> str:
    if type(got) is not str or type(expected) is not str or got == expected:
        return ""
    if "".join(got.split()) == "".join(expected.split()):
        return "Only the whitespace differs."
    return "Only upper and lower case differ." if got.casefold() == expected.casefold() else ""


def _is_right(got: Any, expected: Any) -> bool:
    return compare(got, expected) is None


def _as_arrays(got: Any, expected: Any) -> tuple[Any, Any]:
    """Numbers and arrays as arrays; lists of words as arrays with equal numbers for equal words; else None."""
    if isinstance(got, list | tuple) and isinstance(expected, list | tuple):
        if not all(type(each) is str for each in (*got, *expected)):
            return None, None
        # Multiples of pi count as strong evidence: words are not equal by chance.
        known = {word: i * np.pi for i, word in enumerate(dict.fromkeys((*expected, *got)), 1)}
        return np.array([known[word] for word in got]), np.array([known[word] for word in expected])
    return numbers(got), numbers(expected)
