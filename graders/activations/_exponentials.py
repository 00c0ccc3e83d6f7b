"""Sigmoids and ELU slopes whose exponentials become infinite and are handled in the wrong way."""

import math

import numpy as np

from ._inputs import sigmoid as right


def divides_infinity_by_infinity(x):
    """Your fraction has an exponential that grows with x in both numerator and denominator. For a large x both are
    infinite, and their ratio is NaN."""
    return np.exp(x) / (1 + np.exp(x))


def chooses_one_formula_for_all(x):
    """You choose one formula for the whole array, so a single negative entry decides for the positive ones too. Each
    entry needs the formula that does not overflow for it."""
    return 1 / (1 + np.exp(-x)) if (x >= 0).all() else np.exp(x) / (1 + np.exp(x))


def patches_infinity_only(x):
    """You handle infinity separately and leave large numbers to a fraction of exponentials that grow with x. Numerator
    and denominator are infinite there as well, and their ratio is NaN."""
    return np.where(np.isinf(x), x > 0, np.exp(x) / (1 + np.exp(x)))


def returns_0_on_overflow(x):
    """You return 0 where an exponential overflows. Yours grows with x, so it overflows where the curve is highest."""
    return np.where((x > 709.7) & np.isfinite(x), 0.0, right(x))


def replaces_nan_by_zero(x):
    """You replace NaN by 0. The NaN comes from infinity divided by infinity, on the side where the curve is highest."""
    return np.where(x > 709.7, 0.0, right(x))


def shifts_all_by_the_largest(x):
    """You shift all exponents by the largest entry, as softmax does. If it is large, the exponentials of other entries
    become 0, also in the denominator. For an empty array, max() raises an exception."""
    return np.exp(x - x.max()) / (np.exp(x - x.max()) + np.exp(-x.max()))


def shifts_all_by_the_largest_finite_entry(x):
    """You shift all exponents by the largest finite entry, as softmax does. If it is large, the exponentials of other
    entries become 0, also in the denominator. The sigmoid handles each entry separately."""
    top = np.max(x, initial=-np.inf, where=np.isfinite(x))
    return np.where(np.isinf(x), x > 0, np.exp(x - top) / (np.exp(x - top) + np.exp(-top)))


def subtracts_the_maximum_from_infinity(x):
    """You subtract the larger of x and 0 from both exponents. For infinity that is infinity minus infinity, which is
    NaN."""
    top = np.maximum(x, 0)
    return np.exp(x - top) / (np.exp(x - top) + np.exp(-top))


def multiplies_infinity_by_0(x, alpha):
    """You multiply the exponential by 0 where you do not need it. Far to the right that is infinity times 0, which is
    NaN."""
    return (x > 0) + (x < 0) * alpha * np.exp(x)


def overflows_the_exponential(x, alpha):
    """You call math.exp for positive entries too, where it is not needed and can raise OverflowError."""
    return np.where(x > 0, 1.0, [alpha * math.exp(value) for value in x])


def shifts_by_the_largest(x, alpha):
    """You shift the exponents by the largest entry, as softmax does, and multiply its exponential back in. If that
    entry is large, the product is 0 times infinity for the others, which is NaN."""
    return np.where(x > 0, 1.0, alpha * np.exp(x - x.max()) * np.exp(x.max()))
