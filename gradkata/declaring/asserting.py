"""The assertions that properties use."""

import math
from typing import Any

import numpy as np

from gradkata.comparing.closeness import Tolerance, compare

DEFAULT = Tolerance()


class UnequalError(AssertionError):
    """Two values that should be equal, but are not."""

    def __init__(self, actual: Any, expected: Any) -> None:
        super().__init__("two values differ")
        self.actual = actual
        self.expected = expected


def same(actual: Any, expected: Any, *, rtol: float = DEFAULT.rtol, atol: float = DEFAULT.atol) -> None:
    """Assert that two answers are equal up to rounding.

    Args:
        actual, expected: numbers, arrays of one shape, strings, or tuples of them.
        rtol, atol: two floats are equal within ``atol + rtol * |expected|``.

    Raises:
        UnequalError: if they are not, or if their shapes differ.
    """
    if isinstance(expected, tuple):
        if not isinstance(actual, tuple) or len(actual) != len(expected):
            raise UnequalError(actual, expected)
        for one, other in zip(actual, expected, strict=True):
            same(one, other, rtol=rtol, atol=atol)
        return
    if getattr(actual, "shape", ()) != getattr(expected, "shape", ()):
        raise UnequalError(actual, expected)
    if compare(actual, expected, Tolerance(rtol, atol)) is not None:
        raise UnequalError(actual, expected)


def close_to_mean(values: Any, mean: float, *, low: float, high: float, failure: float = 1e-9) -> None:
    """Assert that the average of independent values is as close to their mean as chance allows.

    The values lie between ``low`` and ``high``.  By Hoeffding's inequality, the average of n of them differs by
    more than ``(high - low) * sqrt(log(2 / failure) / (2 * n))`` with a probability of at most ``failure``.  The
    bank fixes the seeds, so that the same answer is always judged in the same way.  Values without a range, such as
    normal ones, are judged by the share of them that lies in an interval: ``close_to_mean(abs(w) < s, ...)``.

    Args:
        values: numbers or an array of any shape, each independent of the others.
        mean: what a right answer gives on average.
        low, high: the range of a right answer's values; a value outside fails as well.
        failure: how probable it may be that a right answer fails.

    Raises:
        AssertionError: if the average is farther away.
    """
    given = np.asarray(values, float).ravel()
    if not given.size:
        raise ValueError("there are no values to take the mean of")
    if not ((given >= low) & (given <= high)).all():
        raise AssertionError(f"Not all of the {given.size} values are between {low:g} and {high:g}.")
    bound = (high - low) * math.sqrt(math.log(2 / failure) / (2 * given.size))
    average = float(given.mean())
    if not abs(average - mean) <= bound + 1e-12 * max(abs(low), abs(high)):
        raise AssertionError(
            f"The average of {given.size} values is {average:.4g}; expected {mean:.4g}, within {bound:.2g}."
        )
