"""The assertion that properties use."""

from typing import Any

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
