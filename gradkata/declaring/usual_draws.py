"""The default draws of an argument or size, from its declaration."""

import math
from dataclasses import dataclass
from typing import Any

from gradkata import sizes
from gradkata.declaring.domain import Built, Choice, Declared, Drawn, Real, Size, Whole, Words
from gradkata.declaring.recording import Arg, Recorded, st
from gradkata.signature import Kind

_GRID = 8  # steps of the default draws if a range holds too few halves


def usual(declared: Declared, kind: Kind | None) -> Any:
    """The strategy for small ordinary values of an argument or a size that the author gives no draws for."""
    match declared:
        case Size(low, high):
            return st.integers(max(low, min(1, high)), min(high, max(low, 1) + 3))
        case Whole(low, high):
            first = Arg(sizes.read(low)) if isinstance(low, str) else low
            last = Arg(sizes.read(high)) if isinstance(high, str) else high
            if isinstance(first, int) and isinstance(last, int):
                first, last = _window(first, last, 6)
            elements = st.integers(first, last)
        case Real():
            elements = _usual_numbers(declared)
        case Choice(values):
            elements = st.sampled_from(list(values))
        case Built(raw, build):
            return _shaped(usual(raw, Kind("f8")), kind).map(build)
        case Words(low, high, lists):
            words = st.lists(st.sampled_from(["ab", "cd"]), min_size=low, max_size=min(high, low + 5))
            return words if lists is None else st.lists(words, min_size=lists[0], max_size=min(lists[1], 3))
        case Drawn(strategy):
            return strategy
    if kind is not None and kind.base == "f8" and isinstance(declared, Whole):
        elements = elements.map(float)
    return _shaped(elements, kind)


def _shaped(elements: Recorded, kind: Kind | None) -> Any:
    if kind is None or not kind.shape:
        return elements
    shape = tuple(int(size) if size.isdigit() else Arg(size) for size in kind.shape)
    return st.arrays(shape, elements=elements, dtype=kind.base)


def _usual_numbers(declared: Real) -> Recorded:
    """Halves near 0, or eighths of a range that holds few of them."""
    low, high = _window(declared.low, declared.high, 3.0)
    if step := declared.grid or declared.step:
        first, last = math.ceil(low / step), math.floor(high / step)
        return st.integers(first, last).map(_Times(step))
    first, last = math.ceil(2 * low), math.floor(2 * high)
    if declared.least and last - first >= _GRID // 2:
        return st.integers(first, last).filter(bool).map(_half)
    if last - first >= _GRID // 2:
        return st.integers(first, last).map(_half)
    return st.integers(0, _GRID).map(_Between(low, high))


@dataclass(frozen=True)
class _Between:
    low: float
    high: float

    def __call__(self, step: int) -> float:
        return self.low + (self.high - self.low) * (step / _GRID)


@dataclass(frozen=True)
class _Times:
    step: float

    def __call__(self, count: int) -> float:
        return count * self.step


def _half(value: int) -> float:
    return value / 2


def _window(low: Any, high: Any, reach: Any) -> tuple[Any, Any]:
    """The part of a range that lies nearest to 0, at most ``2 * reach`` wide."""
    first = max(low, min(-reach, high - 2 * reach))
    return first, min(high, max(reach, first + 2 * reach))
