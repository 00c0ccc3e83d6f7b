"""Numbers for the cases of a schedule: moderate ones, coarse ones, those of every magnitude."""

import math
import random

from gradkata.declaring.domain import Real

PRIMES = (31, 61, 97)
LARGE_PRIMES = (7919, 7907, 7901)


def usual_part(low: float, high: float, reach: float = 3.0) -> tuple[float, float]:
    """The part of a range that lies nearest to 0: where functions are not yet flat, if ``reach`` is small."""
    first = max(low, min(-reach, high - 2 * reach))
    return first, min(high, max(reach, first + 2 * reach))


def moderate(chance: random.Random, low: float, high: float, digits: int = 12) -> float:
    """A number with many digits from the usual part of a range."""
    low, high = usual_part(low, high)
    return min(max(round(chance.uniform(low, high), digits), low), high)


def coarse(chance: random.Random, low: float, high: float) -> float:
    """A multiple of a half from the usual part of a range."""
    low, high = usual_part(low, high)
    return min(max(to_half(chance.uniform(low, high)), low), high)


def to_half(value: float) -> float:
    """The nearest multiple of a half."""
    return round(value * 2) / 2


def on_grid(value: float, declared: Real) -> float:
    """The nearest multiple of the grid inside the range; infinities stay."""
    grid = declared.grid or declared.step
    if not grid or value in declared.also:
        return value
    return (
        min(max(round(value / grid), math.ceil(declared.low / grid)), math.floor(declared.high / grid)) * grid
    )


def magnitude(chance: random.Random, low: float, high: float, lowest: float = -9.0) -> float:
    """A value whose logarithm is uniform, in either direction that the range has.

    Half of the values are in the upper four decades of the range.
    """
    ends = [end for end in (low, high) if abs(end) > 1e-9] or [high]
    end = chance.choice(ends)
    top = math.log10(abs(end)) if end else 0.0
    least = top - 4 if chance.random() < 0.5 else min(lowest, top)
    value = float(f"{math.copysign(10 ** chance.uniform(max(least, -300.0), top), end):.11e}")
    return value if low <= value <= high else moderate(chance, low, high)


def decades(chance: random.Random, low: float, high: float, count: int) -> list[float]:
    """Values of alternating sign, each a decade nearer to 0 than the one before."""
    found = []
    for i in range(count):
        end = (low, high)[i % 2] or high or low
        value = float(f"{end * 10 ** -(i // 2 + chance.uniform(0.05, 0.95)):.11e}")
        found.append(value if low <= value <= high else moderate(chance, low, high))
    return found


def whole_magnitude(chance: random.Random, low: int, high: int) -> int:
    """A whole number whose distance from ``low`` has a uniform logarithm."""
    return low + int(10 ** chance.uniform(0, math.log10(high - low + 1))) - 1


def short(value: float) -> str:
    """A number for a recipe, with six digits."""
    return f"{value:.6g}"


def plus(value: float) -> str:
    """A term of a recipe."""
    if not value:
        return ""
    return f" - {short(-value)}" if value < 0 else f" + {short(value)}"


def inner_marks(declared: Real) -> list[float]:
    """0 and 1, or the numbers nearest to 0, where they are admitted."""
    marks = [declared.least, -declared.least, 1.0] if declared.least else [0.0, 1.0]
    return [value for value in marks if declared.low < value < declared.high]
