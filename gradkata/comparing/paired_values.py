"""Numbers that came beside numbers that were expected, and how much they can prove."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

# What a claim needs: two different numbers, or one that no small fraction equals.
ENOUGH = 2
_RTOL, _ATOL = 1e-9, 1e-12
# A ratio of two counts up to this often equals another one by accident.
_SMALL = 64
_MOST_WEIGHED = 200


@dataclass(frozen=True)
class Evidence:
    """Entries side by side, float64 (entries): ``got``, ``expected``, what each size name stands for.

    ``cases`` is how many calls they come from, ``wrong`` how many of these are answered wrongly;
    ``whole`` says that only integers are asked for.
    """

    got: Any
    expected: Any
    sizes: Mapping[str, Any]
    cases: int = 1
    wrong: int = 1
    whole: bool = False

    def says(self, claim: str) -> str:
        """A claim on all entries as a sentence."""
        if self.cases > 1:
            which = "cases" if self.wrong == self.cases else "wrong cases"
            return f"In all {self.wrong} {which} {claim}"
        if self.got.size > 1:
            return f"Everywhere {claim}"
        return claim[0].upper() + claim[1:]

    @cached_property
    def differ(self) -> Any:
        """Which entries are wrong."""
        return ~near(self.got, self.expected)

    def proves(self, formula: Callable[[Any], Any]) -> bool:
        """Whether every entry is the formula of the expected one, on enough evidence."""
        with np.errstate(all="ignore"):
            mapped = formula(self.expected)
        return self.proves_values(mapped)

    def proves_values(self, mapped: Any) -> bool:
        """Whether ``mapped`` is what came, where enough entries tell it from what was expected."""
        if not np.isfinite(mapped).all() or not near(self.got, mapped).all():
            return False
        telling = ~near(mapped, self.expected)
        both = min(weight(self.expected[telling]), weight(self.got[telling]))
        return both >= ENOUGH and bool(telling.any())


def near(one: Any, other: Any) -> Any:
    """Which entries are equal but for rounding."""
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(one), np.abs(other))
        return (one == other) | (np.abs(one - other) <= _ATOL + _RTOL * size) & np.isfinite(size)


def weight(values: Any) -> int:
    """How much numbers can prove: each different size counts 1, or 2 where it is no small fraction.

    Zero proves nothing, and two entries of one size no more than one of them.
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


def gather(
    pairs: Sequence[tuple[Any, Any]], sizes: Sequence[Mapping[str, int]], wrong: int
) -> Evidence | None:
    """The entries of all pairs of equal shape; None where a pair differs in shape or is no number."""
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
    """A real array of a number or array, else None."""
    if type(value) is not np.ndarray and not isinstance(value, bool | int | float | np.generic):
        return None
    array = np.asarray(value)
    return array if array.dtype.kind in "biuf" else None
