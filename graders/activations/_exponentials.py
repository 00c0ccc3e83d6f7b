"""Sigmoids, and slopes of ELUs, whose exponentials become infinite and are met in the wrong way."""

import math

import numpy as np

from ._inputs import sigmoid as right


def divides_infinity_by_infinity(x):
    """Your fraction has an exponential that grows with x above and below the line. For a large x both are
    infinite, and their ratio is NaN."""
    return np.exp(x) / (1 + np.exp(x))


def chooses_one_formula_for_all(x):
    """You choose one formula for the whole array, so a single negative entry decides for the positive ones too.
    Each entry needs the one that does not overflow for it."""
    return 1 / (1 + np.exp(-x)) if (x >= 0).all() else np.exp(x) / (1 + np.exp(x))


def patches_infinity_only(x):
    """You answer infinity by itself, and leave large numbers to a fraction of exponentials that grow with x. Both of
    its parts are infinite there as well, and their ratio is NaN."""
    return np.where(np.isinf(x), x > 0, np.exp(x) / (1 + np.exp(x)))


def takes_an_overflow_for_0(x):
    """You answer 0 where an exponential overflows. Yours grows with x, so it overflows where the curve is highest."""
    return np.where((x > 709.7) & np.isfinite(x), 0.0, right(x))


def takes_nan_for_0(x):
    """You replace NaN by 0. It comes from infinity by infinity, on the side where the curve is highest."""
    return np.where(x > 709.7, 0.0, right(x))


def shifts_all_by_the_largest(x):
    """You shift all exponentials by the largest entry, as softmax does. Where that is large, those of other entries
    become 0, below the line too; where there is no entry, max() raises."""
    return np.exp(x - x.max()) / (np.exp(x - x.max()) + np.exp(-x.max()))


def shifts_all_by_the_largest_finite_entry(x):
    """You shift all exponentials by the largest entry, as softmax does. Where that is large, those of other entries
    become 0, below the line too. The sigmoid looks at one entry at a time."""
    top = np.max(x, initial=-np.inf, where=np.isfinite(x))
    return np.where(np.isinf(x), x > 0, np.exp(x - top) / (np.exp(x - top) + np.exp(-top)))


def takes_the_larger_off_infinity(x):
    """You take the larger of x and 0 off both exponents. With infinity that is infinity minus infinity: NaN."""
    top = np.maximum(x, 0)
    return np.exp(x - top) / (np.exp(x - top) + np.exp(-top))


def multiplies_infinity_by_0(x, alpha):
    """You multiply the exponential by 0 where you do not need it. Far to the right infinity times 0 is NaN."""
    return (x > 0) + (x < 0) * alpha * np.exp(x)


def overflows_the_exponential(x, alpha):
    """You take math.exp of positive entries too, where it is not needed and can raise OverflowError."""
    return np.where(x > 0, 1.0, [alpha * math.exp(value) for value in x])


def shifts_by_the_largest(x, alpha):
    """You shift the exponentials by the largest entry and multiply it back in, as in softmax. Beside a large entry
    that is 0 by infinity, which is NaN."""
    return np.where(x > 0, 1.0, alpha * np.exp(x - x.max()) * np.exp(x.max()))
