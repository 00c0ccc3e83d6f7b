"""Returned numbers paired with the expected ones, and how strong the evidence is that they give."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

# The weight that a claim needs: two different numbers, or one that is not a small fraction.
ENOUGH = 2
_RTOL, _ATOL = 1e-9, 1e-12
# A ratio of two counts up to this often equals another one by chance.
_SMALL = 64
_MOST_WEIGHED = 200


@dataclass(frozen=True)
class Evidence:
    """Returned and expected entries as flat float64 arrays, and for each size name its value at each entry.

    ``cases`` is the number of calls that they come from, ``wrong`` how many of these are answered wrongly;
    ``whole`` means that only integers are expected.
    """

    got: Any
    expected: Any
    sizes: Mapping[str, Any]
    cases: int = 1
    wrong: int = 1
    whole: bool = False

    def says(self, claim: str) -> str:
        """A claim on all entries as a sentence; it completes "It is"."""
        if self.cases > 1:
            which = "cases" if self.wrong == self.cases else "wrong cases"
            return f"In all {self.wrong} {which} it is {claim}"
        if self.got.size > 1:
            return f"Every entry is {claim}"
        return f"It is {claim}"

    @cached_property
    def differ(self) -> Any:
        """Which entries are wrong."""
        return ~near(self.got, self.expected)

    def proves(self, formula: Callable[[Any], Any]) -> bool:
        """Whether every entry is ``formula`` of the expected one, on enough evidence."""
        with np.errstate(all="ignore"):
            mapped = formula(self.expected)
        return self.proves_values(mapped)

    def proves_values(self, mapped: Any) -> bool:
        """Whether ``got`` equals ``mapped``, and enough entries distinguish ``mapped`` from ``expected``."""
        if not np.isfinite(mapped).all() or not near(self.got, mapped).all():
            return False
        changed = ~near(mapped, self.expected)
        both = min(weight(self.expected[changed]), weight(self.got[changed]))
        return both >= ENOUGH and bool(changed.any())


def near(one: Any, other: Any) -> Any:
    """Which entries are equal up to rounding."""
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(one), np.abs(other))
        return (one == other) | (np.abs(one - other) <= _ATOL + _RTOL * size) & np.isfinite(size)


def weight(values: Any) -> int:
    """How much evidence numbers give: each different magnitude counts 1, or 2 if it is not a small fraction.

    Zeros do not count, and equal magnitudes count once.
    """
    sizes = np.abs(values[values != 0])
    distinct = {float(f"{size:.9g}") for size in sizes[:_MOST_WEIGHED].tolist()}
    return sum(1 if _is_small_fraction(size) else 2 for size in distinct)


def _is_small_fraction(size: float) -> bool:
    if not math.isfinite(size):
        return False
    for denominator in range(1, _SMALL + 1):
        scaled = size * denominator
        if abs(scaled - round(scaled)) <= 1e-8 * max(scaled, 1e-6):
            return round(scaled) <= _SMALL * denominator
    return False


def collect(
    pairs: Sequence[tuple[Any, Any]], sizes: Sequence[Mapping[str, int]], wrong: int
) -> Evidence | None:
    """The entries of all pairs; None if the shapes of a pair differ or one of its values is not numeric."""
    got, expected, names = [], [], [set(each) for each in sizes]
    whole = True
    for one, other in pairs:
        left, right = numbers(one), numbers(other)
        if left is None or right is None or left.shape != right.shape:
            return None
        whole = whole and right.dtype.kind in "bi"
        known = ~(np.isnan(left) & np.isnan(right)).ravel()
        got.append(left.astype(np.float64).ravel()[known])
        expected.append(right.astype(np.float64).ravel()[known])
    common = set.intersection(*names) if names else set()
    spread = {
        name: np.concatenate([np.full(g.size, float(s[name])) for g, s in zip(got, sizes, strict=True)])
        for name in (sizes[0] if sizes else ())
        if name in common
    }
    return Evidence(np.concatenate(got), np.concatenate(expected), spread, len(pairs), wrong, whole)


def numbers(value: Any) -> Any:
    """A number or an array as a real array; None for anything else."""
    if type(value) is not np.ndarray and not isinstance(value, bool | int | float | np.generic):
        return None
    array = np.asarray(value)
    return array if array.dtype.kind in "biuf" else None
