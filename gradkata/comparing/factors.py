"""Constant factors by which a whole answer is too large or too small."""

from collections.abc import Iterator
from math import log, pi
from typing import Any

import numpy as np

from gradkata.comparing.paired_values import ENOUGH, Evidence, near, weight

_UNITS = (
    (1 / log(2), "1/ln 2", "a logarithm to base 2 instead of base e"),
    (log(2), "ln 2", "a logarithm to base e instead of base 2"),
    (log(10), "ln 10", "a logarithm to base e instead of base 10"),
    (1 / log(10), "1/ln 10", "a logarithm to base 10 instead of base e"),
    (180 / pi, "180/π", "degrees instead of radians"),
    (pi / 180, "π/180", "radians instead of degrees"),
)
_EXACT = 1e-9  # of the number itself


def sign(evidence: Evidence) -> str:
    """Every entry has the opposite sign."""
    if not evidence.proves(np.negative):
        return ""
    return evidence.says("right, but has the opposite sign.")


def factor(evidence: Evidence) -> str:
    """One factor for every entry: a size, a small number, a change of units, or any other."""
    for ratio, claim in _candidates(evidence):
        if evidence.proves_values(evidence.expected * ratio) and _is_exact(evidence, ratio):
            return evidence.says(f"exactly {claim}")
    return _constant(evidence)


def _is_exact(evidence: Evidence, ratio: Any) -> bool:
    """Whether the factor holds for tiny numbers too, whose differences are within an absolute tolerance."""
    product = evidence.expected * ratio
    return bool((np.abs(evidence.got - product) <= _EXACT * np.abs(product)).all())


def _candidates(evidence: Evidence) -> Iterator[tuple[Any, str]]:
    """Factors, each with its claim, the likelier ones first."""
    sizes = _named_sizes(evidence)
    for name, size in sizes:
        shown = _valued(name, size)
        # A factor of 2 has too many possible causes to blame a size.
        if (size > 1).any() and not (size == 2).all():
            yield size, f"{shown} times too large: sum instead of mean?"
            yield 1 / size, f"{shown} times too small: divided by it once too often?"
    yield 2.0, "2 times too large: is something counted twice, or a factor 1/2 missing?"
    yield 0.5, "2 times too small: is something counted once instead of twice, or halved once too often?"
    yield 100.0, "100 times too large: a percentage instead of a fraction?"
    yield 0.01, "100 times too small: a fraction instead of a percentage?"
    for name, size in sizes:
        if (size >= 3).all():
            root, ratio = _valued(f"√{name}", np.sqrt(size)), size / (size - 1)
            yield np.sqrt(size), f"{root} times too large: is a division by √{name} missing?"
            yield 1 / np.sqrt(size), f"{root} times too small: divided by √{name} once too often?"
            shown = _valued(f"{name}/({name} - 1)", ratio)
            yield ratio, f"{shown} times too large: divided by {name} - 1 instead of {name}?"
            yield 1 / ratio, f"{shown} times too small: divided by {name} instead of {name} - 1?"
    for number in (3, 4, 5, 6, 7, 8, 9, 10, 1000):
        yield float(number), f"{number} times too large."
        yield 1.0 / number, f"{number} times too small."
    for each, name, guess in _UNITS:
        yield each, f"{name} = {each:.4g} times the expected value: {guess}?"


def _named_sizes(evidence: Evidence) -> list[tuple[str, Any]]:
    """Each size once, under all names that have this value in every case: ``n = d``."""
    found: list[tuple[str, Any]] = []
    for name, size in evidence.sizes.items():
        same = next((i for i, (_, other) in enumerate(found) if np.array_equal(size, other)), None)
        if same is None:
            found.append((name, size))
        else:
            found[same] = (f"{found[same][0]} = {name}", size)
    return found


def _valued(name: str, values: Any) -> str:
    """``n = 3``, or ``n`` alone if it differs from case to case."""
    return f"{name} = {values[0]:.4g}" if (values == values[0]).all() else name


def _constant(evidence: Evidence) -> str:
    """Any other factor, if two entries that are strong evidence or four weak ones have it."""
    nonzero = evidence.expected != 0
    if weight(evidence.expected[nonzero]) < 2 * ENOUGH or np.unique(evidence.expected[nonzero]).size < 2:
        return ""
    largest = int(np.argmax(np.abs(np.where(nonzero, evidence.expected, 0.0))))
    ratio = evidence.got[largest] / evidence.expected[largest]
    if not abs(abs(ratio) - 1) > 1e-3 or not abs(ratio) > 1e-9:
        return ""
    if not near(evidence.got, evidence.expected * ratio).all():
        return ""
    return evidence.says(f"{ratio:.4g} times the expected value: is a constant factor wrong?")
