"""When two answers are the same, and where they first differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

# Up to here a loop over Python numbers is faster than NumPy's calls.
_SMALL = 32
_NUMBERS = frozenset((bool, int, float, complex))
_INFINITY = float("inf")


@dataclass(frozen=True)
class Tolerance:
    """Two floats are equal within ``atol + rtol * |expected|``."""

    rtol: float = 1e-9
    atol: float = 1e-12


@dataclass(frozen=True)
class Difference:
    """The first entry (in C order) in which two answers differ.

    ``index`` is () for scalars, and for whole answers of different shapes.  For nested lists it leads
    to the two words, or to the two lists of different lengths.
    ``count`` of ``size`` entries differ.
    """

    index: tuple[int, ...]
    got: Any
    expected: Any
    count: int
    size: int


DEFAULT = Tolerance()


def compare(
    got: Any, expected: Any, tolerance: Tolerance = DEFAULT, *, bound: Any = None
) -> Difference | None:
    """Where ``got`` differs from ``expected``, or None.

    Both are numbers, arrays of one shape, words, or nested lists of words.  Floats are equal within
    the tolerance, or within ``bound`` (the largest absolute error: a number, or an array of the
    expected shape) in its place; integers, Booleans and words exactly; NaN to NaN, an infinity to the
    same infinity, -0.0 to 0.0.
    """
    if isinstance(got, np.generic) or (type(got) is np.ndarray and not got.ndim):
        got = got.item()
    if isinstance(expected, np.generic) or (type(expected) is np.ndarray and not expected.ndim):
        expected = expected.item()
    if type(expected) in _NUMBERS and type(got) in _NUMBERS:
        atol, rtol = (tolerance.atol, tolerance.rtol) if bound is None else (float(bound), 0.0)
        if _near(got, expected, atol, rtol):
            return None
        return Difference((), got, expected, 1, 1)
    if isinstance(got, np.ndarray) or isinstance(expected, np.ndarray):
        return _compare_arrays(got, expected, tolerance, bound)
    return _compare_lists(got, expected, tolerance)


def equal(got: Sequence[Any], expected: Sequence[Any], tolerance: Tolerance = DEFAULT) -> bool:
    """Whether all of several results are the same."""
    return len(got) == len(expected) and all(
        compare(one, other, tolerance) is None for one, other in zip(got, expected, strict=True)
    )


def _near(got: Any, expected: Any, atol: float, rtol: float) -> bool:
    """Whether two Python numbers are equal; exactly if neither is a float."""
    if got == expected:
        return True
    if got != got or expected != expected:
        return bool(got != got and expected != expected)
    if isinstance(got, int) and isinstance(expected, int):
        return False
    try:
        size = abs(expected)
        return bool(abs(got - expected) <= atol + rtol * size and size != _INFINITY)
    except OverflowError:  # an int that is too large for a float
        return False


def _compare_arrays(got: Any, expected: Any, tolerance: Tolerance, bound: Any) -> Difference | None:
    one, other = _array(got), _array(expected)
    if one is None or other is None or one.shape != other.shape:
        size = max(np.size(other) if other is not None else 1, 1)
        return Difference((), got, expected, size, size)
    if bound is None and one.size <= _SMALL:
        left, right = one.ravel().tolist(), other.ravel().tolist()
        if left == right:
            return None
        atol, rtol = tolerance.atol, tolerance.rtol
        wrong = np.array([not _near(g, e, atol, rtol) for g, e in zip(left, right, strict=True)], np.bool_)
    else:
        wrong = ~_near_each(one, other, tolerance, bound).ravel()
    count = int(np.count_nonzero(wrong))
    if not count:
        return None
    index = tuple(int(i) for i in np.unravel_index(int(wrong.argmax()), one.shape))
    return Difference(index, one[index].item(), other[index].item(), count, one.size)


def _near_each(got: Any, expected: Any, tolerance: Tolerance, bound: Any) -> Any:
    same = got == expected
    if got.dtype.kind in "biu" and expected.dtype.kind in "biu":
        return same
    got, expected = np.asarray(got, np.float64), np.asarray(expected, np.float64)
    with np.errstate(all="ignore"):
        size = np.abs(expected)
        room = tolerance.atol + tolerance.rtol * size if bound is None else bound
        near = (np.abs(got - expected) <= room) & (size != np.inf)
    return same | near | (np.isnan(got) & np.isnan(expected))


def _array(value: Any) -> Any:
    """``value`` as a real array, or None if it is not one."""
    if not isinstance(value, np.ndarray):
        try:
            value = np.asarray(value)
        except (ValueError, TypeError, OverflowError):  # ragged lists
            return None
    return value if value.dtype.kind in "biuf" else None


def _compare_lists(got: Any, expected: Any, tolerance: Tolerance) -> Difference | None:
    found = _differences(got, expected, (), tolerance)
    first = next(found, None)
    if first is None:
        return None
    index, one, other, weight = first
    count = weight + sum(each[3] for each in found)
    return Difference(index, one, other, count, max(_leaves(expected), _leaves(got), 1))


def _differences(
    got: Any, expected: Any, index: tuple[int, ...], tolerance: Tolerance
) -> Iterator[tuple[tuple[int, ...], Any, Any, int]]:
    """Every difference of two nested lists: its place, both sides, how many entries it concerns."""
    if isinstance(got, list | tuple) and isinstance(expected, list | tuple):
        for i, (one, other) in enumerate(zip(got, expected, strict=False)):
            yield from _differences(one, other, (*index, i), tolerance)
        if len(got) != len(expected):
            rest = [*got[len(expected) :], *expected[len(got) :]]
            yield index, got, expected, max(sum(map(_leaves, rest)), 1)
    elif _is_number(got) and _is_number(expected):
        if compare(got, expected, tolerance) is not None:
            yield index, got, expected, max(np.size(expected), 1)
    elif type(got) is not type(expected) or got != expected:
        yield index, got, expected, max(_leaves(expected), 1)


def _is_number(value: Any) -> bool:
    return type(value) in _NUMBERS or isinstance(value, np.ndarray | np.generic)


def _leaves(value: Any) -> int:
    if isinstance(value, list | tuple):
        return sum(map(_leaves, value))
    return 1
