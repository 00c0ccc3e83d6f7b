"""Right entries in the wrong places, too few of them, or too many."""

from typing import Any

import numpy as np

from gradkata.comparing.paired_values import ENOUGH, near, weight

_LARGEST = 100_000


def arrangement(got: Any, expected: Any) -> str:
    """How the entries of one array are those of the other; "" where they are not."""
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
    """The first or last entry, row or column is still 0, and all else is right."""
    if got.shape != expected.shape or not got.ndim or got.dtype.kind not in "if":
        return ""
    wrong = ~near(got, expected)
    if not wrong.any() or (got[wrong] != 0).any() or _distinct(expected[~wrong & (expected != 0)]) < 2:
        return ""
    for axis in range(got.ndim):
        lines = np.flatnonzero(wrong.any(axis=tuple(i for i in range(got.ndim) if i != axis)))
        length = got.shape[axis]
        if len(lines) == 1 and length >= 3 and lines[0] in (0, length - 1):
            which = "first" if lines[0] == 0 else "last"
            what = "entry" if got.ndim == 1 else f"line along axis {axis}"
            return f"Right, but the {which} {what} is still 0: does a loop leave it out?"
    return ""


def _moved(got: Any, expected: Any) -> str:
    if not _tells(expected):
        return ""
    if got.ndim == 2 and got.shape[0] == got.shape[1]:
        said = _transposed(got, expected)
        if said:
            return said
    for axis in range(got.ndim):
        if _same(got, np.flip(expected, axis)):
            return f"The right {_things(got, axis)} in reverse order: sorted or gone through the other way?"
        for step in (1, -1):
            if got.shape[axis] >= 3 and _is_shifted(got, expected, axis, step):
                way = "late" if step == 1 else "early"
                return f"The right {_things(got, axis)}, one place too {way}: is an index off by one?"
    if got.ndim == 2 and _distinct(expected) > 2 and _same(_sorted_rows(got), _sorted_rows(expected)):
        return "The right rows in another order."
    if _same(np.sort(got, axis=None), np.sort(expected, axis=None)):
        return f"The right entries {'in another order' if got.ndim == 1 else 'at other places'}."
    return ""


def _transposed(got: Any, expected: Any) -> str:
    swapped = expected.T
    if got.ndim != 2 or 1 in got.shape or not _same(got, swapped):
        return ""
    return "The transpose of what is expected: are two axes, or the factors of a product, swapped?"


def _chosen(got: Any, expected: Any) -> str:
    """Some of the rows that are expected, or more than these."""
    many, few = len(expected), len(got)
    if not few:
        return "Nothing came back where entries are expected."
    if few < many:
        if _same(got, expected[:few]):
            return f"Right, but without the last {_counted(many - few)}: does it stop too early?"
        if _same(got, expected[many - few :]):
            return f"Right, but without the first {_counted(many - few)}: does it start too late?"
    if got.ndim > 1 or got.dtype.kind not in "iu" or expected.dtype.kind not in "iu":
        return ""
    came, asked = set(got.tolist()), set(expected.tolist())
    if few < many and came < asked and _is_in_order(got.tolist(), expected.tolist()):
        return f"Right, but without {_listed(asked - came)}."
    if many < few <= 2 * many and _is_in_order(expected.tolist(), got.tolist()):
        more = f"{_listed(came - asked)} besides" if came != asked else "entries that come twice"
        return f"Right, but with {more}."
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
    """Whether all but what falls off the end has moved by one; the gap may hold anything."""
    length = got.shape[axis]
    there = np.take(got, range(max(step, 0), length + min(step, 0)), axis)
    here = np.take(expected, range(max(-step, 0), length + min(-step, 0)), axis)
    return weight(here) > ENOUGH and _same(there, here)


def _sorted_rows(array: Any) -> Any:
    # Rounded, so that two equal rows cannot part by their last digit and sort differently.
    keys = np.array([[float(f"{x:.8g}") for x in row] for row in array.tolist()])
    return array[np.lexsort(keys.T[::-1])] if keys.size else array


def _same(one: Any, other: Any) -> bool:
    return one.shape == other.shape and bool(near(one, other).all())


def _tells(expected: Any) -> bool:
    """Whether entries are different enough for their places to mean something."""
    if expected.dtype.kind in "iu":
        return bool(_distinct(expected) >= min(expected.size, 3) >= 2)
    return bool(weight(expected) > ENOUGH)


def _distinct(array: Any) -> int:
    return len({float(f"{x:.9g}") for x in array.ravel()[:1000].tolist()})


def _things(array: Any, axis: int) -> str:
    if array.ndim == 1:
        return "entries"
    return ("rows" if axis == 0 else "columns") if array.ndim == 2 else f"entries along axis {axis}"
