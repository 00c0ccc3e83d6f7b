"""Right entries in the wrong places, too few of them, or too many."""

from typing import Any

import numpy as np

from gradkata.comparing.paired_values import ENOUGH, near, weight

_LARGEST = 100_000


def arrangement(got: Any, expected: Any) -> str:
    """How ``got`` rearranges, lacks or adds to the entries of ``expected``; "" if it does neither."""
    if got.ndim != expected.ndim or not got.ndim or max(got.size, expected.size) > _LARGEST:
        return ""
    if got.shape == expected.shape:
        return _moved(got, expected)
    if got.shape == expected.shape[::-1]:
        return _transposed(got, expected) if _tells(expected) else ""
    if got.shape[1:] == expected.shape[1:]:
        return _chosen(got, expected)
    return ""


def unfilled(got: Any, expected: Any) -> str:
    """The first or last entry, row or column is still 0, and everything else is right."""
    if got.shape != expected.shape or not got.ndim or got.dtype.kind not in "if":
        return ""
    wrong = ~near(got, expected)
    if not wrong.any() or (got[wrong] != 0).any() or _distinct(expected[~wrong & (expected != 0)]) < 2:
        return ""
    for axis in range(got.ndim):
        lines = np.flatnonzero(wrong.any(axis=tuple(i for i in range(got.ndim) if i != axis)))
        length = got.shape[axis]
        is_empty = len(lines) == 1 and not np.take(got, lines, axis).any()
        if is_empty and length >= 3 and lines[0] in (0, length - 1):
            which = "first" if lines[0] == 0 else "last"
            what = "entry" if got.ndim == 1 else f"slice along axis {axis}"
            return f"It is right, but the {which} {what} is still 0: does a loop skip it?"
    return ""


def _moved(got: Any, expected: Any) -> str:
    if not _tells(expected):
        return ""
    if got.ndim == 2 and got.shape[0] == got.shape[1]:
        sentence = _transposed(got, expected)
        if sentence:
            return sentence
    for axis in range(got.ndim):
        if _same(got, np.flip(expected, axis)):
            return f"It has the right {_things(got, axis)} in reverse order: is a sort or a loop reversed?"
        for step in (1, -1):
            if got.shape[axis] >= 3 and _is_shifted(got, expected, axis, step):
                way = "late" if step == 1 else "early"
                return f"It has the right {_things(got, axis)}, one place too {way}: is an index off by one?"
    if got.ndim == 2 and _distinct(expected) > 2 and _same(_sorted_rows(got), _sorted_rows(expected)):
        return "It has the right rows in the wrong order."
    if _same(np.sort(got, axis=None), np.sort(expected, axis=None)):
        return f"It has the right entries in the wrong {'order' if got.ndim == 1 else 'places'}."
    return ""


def _transposed(got: Any, expected: Any) -> str:
    swapped = expected.T
    if got.ndim != 2 or 1 in got.shape or not _same(got, swapped):
        return ""
    return "It is the transpose of what is expected: are two axes, or the factors of a product, swapped?"


def _chosen(got: Any, expected: Any) -> str:
    """Whether only some of the expected rows are there, or additional ones."""
    many, few = len(expected), len(got)
    if not few:
        return "It is empty, but entries are expected."
    if few < many:
        if _same(got, expected[:few]):
            return f"It is right, but without the last {_counted(many - few)}: does it stop too early?"
        if _same(got, expected[many - few :]):
            return f"It is right, but without the first {_counted(many - few)}: does it start too late?"
    if got.ndim > 1 or got.dtype.kind not in "iu" or expected.dtype.kind not in "iu":
        return ""
    returned, asked = set(got.tolist()), set(expected.tolist())
    if few < many and returned < asked and _is_in_order(got.tolist(), expected.tolist()):
        return f"It is right, but without {_listed(asked - returned)}."
    if many < few <= 2 * many and _is_in_order(expected.tolist(), got.tolist()):
        more = f"{_listed(returned - asked)} in addition" if returned != asked else "repeated entries"
        return f"It is right, but with {more}."
    return ""


def _is_in_order(part: list[Any], whole: list[Any]) -> bool:
    rest = iter(whole)
    return all(each in rest for each in part)


def _listed(entries: set[Any]) -> str:
    shown = sorted(entries)
    text = ", ".join(map(str, shown[:4]))
    return text if len(shown) <= 4 else f"{text} and {len(shown) - 4} more"


def _counted(count: int) -> str:
    return "entry" if count == 1 else f"{count} entries"


def _is_shifted(got: Any, expected: Any, axis: int, step: int) -> bool:
    """Whether all entries have moved by one place; the gap that they leave may hold anything."""
    length = got.shape[axis]
    there = np.take(got, range(max(step, 0), length + min(step, 0)), axis)
    here = np.take(expected, range(max(-step, 0), length + min(-step, 0)), axis)
    return weight(here) > ENOUGH and _same(there, here)


def _sorted_rows(array: Any) -> Any:
    # Rounded, so that equal rows cannot be sorted differently because of their last digits.
    keys = np.array([[float(f"{x:.8g}") for x in row] for row in array.tolist()])
    return array[np.lexsort(keys.T[::-1])] if keys.size else array


def _same(one: Any, other: Any) -> bool:
    return one.shape == other.shape and bool(near(one, other).all())


def _tells(expected: Any) -> bool:
    """Whether the entries differ enough for their places to be evidence."""
    if expected.dtype.kind in "iu":
        return bool(_distinct(expected) >= min(expected.size, 3) >= 2)
    return bool(weight(expected) > ENOUGH)


def _distinct(array: Any) -> int:
    return len({float(f"{x:.9g}") for x in array.ravel()[:1000].tolist()})


def _things(array: Any, axis: int) -> str:
    if array.ndim == 1:
        return "entries"
    return ("rows" if axis == 0 else "columns") if array.ndim == 2 else f"entries along axis {axis}"
