"""Patterns in the single numbers: NaN, precision, a formula, rounding, a limit."""

from typing import Any

import numpy as np

from gradkata.comparing.paired_values import ENOUGH, Evidence, near, weight

_FORMULAS = (
    (np.square, "the square of what is expected: is a square root missing?"),
    (
        np.sqrt,
        "the square root of what is expected: is a square root taken once too often, or a square missing?",
    ),
    (np.log, "the logarithm of what is expected: is a logarithm taken once too often, or an exp missing?"),
    (np.exp, "the exponential of what is expected: is a logarithm missing?"),
    (np.reciprocal, "the reciprocal of what is expected: are numerator and denominator swapped?"),
)


def not_finite(evidence: Evidence) -> str:
    """NaN or an infinity where a finite number is expected."""
    bad = ~np.isfinite(evidence.got) & np.isfinite(evidence.expected)
    if not bad.any():
        return ""
    if np.isnan(evidence.got[bad]).any():
        where = "0" if (evidence.expected[bad] == 0).all() else "a number"
        return f"NaN where {where} is expected. NaN comes from 0/0, inf/inf, inf - inf or 0 * inf: which one is it?"
    return "Infinite where a number is expected: a division by 0, a log of 0, or an exp that overflows?"


def precision(evidence: Evidence) -> str:
    """Right except for the last digits."""
    got, expected = evidence.got[evidence.differ], evidence.expected[evidence.differ]
    if not got.size or not np.isfinite(got).all() or not (expected != 0).all():
        return ""
    with np.errstate(all="ignore"):
        error = float(np.max(np.abs(got - expected) / np.abs(expected)))
        single = got.astype(np.float32).astype(np.float64)
    if not error <= 1e-5:
        return ""
    if np.array_equal(single, got):
        return f"It is right up to a relative error of {error:.0e}: is it computed in float32?"
    return (
        f"It is right up to a relative error of {error:.0e}: is a small constant added, a finite difference "
        "taken, or float32 used in between?"
    )


def complement(evidence: Evidence) -> str:
    """One minus the right value."""
    if not evidence.proves(lambda expected: 1.0 - expected):
        return ""
    return evidence.says("one minus what is expected.")


def offset(evidence: Evidence) -> str:
    """The same number added to every entry."""
    got, expected = evidence.got, evidence.expected
    if np.unique(expected).size < 3 or not evidence.differ.all() or not np.isfinite(got).all():
        return ""
    added = float(got[0] - expected[0])
    if evidence.whole and abs(added) == 1.0 and np.array_equal(got, expected + added):
        what = "large: does it count from 1 instead of 0?" if added > 0 else "small."
        return evidence.says(f"1 too {what}")
    if not near(got, expected + added).all():
        return ""
    return evidence.says(f"{abs(added):.4g} too {'large' if added > 0 else 'small'}.")


def formula(evidence: Evidence) -> str:
    """A square, a root, a logarithm ... of the right value, or the value without its sign."""
    if evidence.whole:
        return ""
    for function, text in _FORMULAS:
        if evidence.proves(function):
            return evidence.says(text)
    if evidence.proves(np.abs) and (evidence.expected > 0).any():
        return "Negative values have lost their sign."
    return ""


def rounding(evidence: Evidence) -> str:
    """Rounded to a few digits, or truncated to whole numbers."""
    got, expected = evidence.got, evidence.expected
    if evidence.whole or not np.isfinite(got).all() or not np.isfinite(expected).all():
        return ""
    # Numbers must stay different after rounding, and must not be fractions that another mistake could give.
    distinct = np.unique(got[evidence.differ & (got != 0)])
    for decimals in range(7):
        needed = 3 if decimals < 2 else 2
        if np.array_equal(got, np.round(expected, decimals)):
            has_digits = distinct.size > 0 and np.abs(distinct).max() * 10**decimals >= 100
            enough = distinct.size >= needed or (decimals >= 3 and has_digits and weight(distinct) >= ENOUGH)
            digits = "digit" if decimals == 1 else "digits"
            text = f"It is rounded to {decimals} {digits} after the decimal point: return all digits."
            return text if enough else ""
    if distinct.size >= 3 and np.array_equal(got, np.trunc(expected)):
        return "The fractional part is cut off: is there an integer division, or an array of integers?"
    return ""


def limit(evidence: Evidence) -> str:
    """A limit that should not be there, or one that is missing."""
    differ, got, expected = evidence.differ, evidence.got, evidence.expected
    if evidence.whole or not np.isfinite(got).all() or not np.isfinite(expected).all():
        return ""
    kept = got[~differ]
    if not differ.any():
        return ""
    for side, way in ((1, "above"), (-1, "below")):
        # Mirrored for a lower limit, so that one comparison serves both.
        if _is_limited(side * got, side * expected, differ, side * kept):
            bound = f"{got[differ][0]:.4g}"
            return f"It is right, but values {way} {bound} are clipped to {bound}."
        if _is_limited(side * expected, side * got, differ, side * kept):
            bound = f"{expected[differ][0]:.4g}"
            return f"It is right, but goes {way} {bound} where {bound} is expected: is a limit missing?"
    return ""


def _is_limited(limited: Any, free: Any, differ: Any, kept: Any) -> bool:
    """Whether exactly the wrong entries are those in which ``free`` exceeds one upper bound."""
    bound = limited[differ][0]
    if not (limited[differ] == bound).all() or not (free[differ] > bound).all():
        return False
    below = kept[kept < bound]
    return bool((kept <= bound).all() and np.unique(free[differ]).size >= 2 and np.unique(below).size >= 2)
