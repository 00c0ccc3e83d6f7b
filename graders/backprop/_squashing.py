"""2-2-2 networks whose sigmoid is wrong for some inputs, or whose gradient is measured: ``(2),(8),(2),(2)->(8)``."""

import math

import numpy as np

from gradkata import mistakes
from ._two_two_two import backward, sigmoid


def ratio_of_exponentials(z):
    """e^z / (1 + e^z), NaN where both are infinite."""
    return np.exp(z) / (1 + np.exp(z))


def divides_infinity_by_infinity(i, w, b, t):
    """Your result is NaN for large z. Perhaps your sigmoid is e^z / (1 + e^z): there both are infinite, and ∞/∞ is
    NaN."""
    return backward(i, w, b, t, squash=ratio_of_exponentials)


def replaces_nan_by_0(i, w, b, t):
    """Your units give 0 for large z. Perhaps a NaN is replaced by 0; a unit that is fully on gives 1."""
    return backward(i, w, b, t, squash=lambda z: np.nan_to_num(ratio_of_exponentials(z)))


def replaces_nan_by_0_at_the_end(i, w, b, t):
    """Where a unit is fully on, your derivatives are 0. Perhaps NaN is replaced by 0; they have ordinary values."""
    return np.nan_to_num(divides_infinity_by_infinity(i, w, b, t))


def overflows_the_exponential(i, w, b, t):
    """Your code raises OverflowError where NumPy's exp returns infinity, as math.exp does. A unit that is off is not an
    error."""
    return backward(i, w, b, t, squash=np.vectorize(lambda z: 1 / (1 + math.exp(-z)), otypes=[float]))


def calls_units_saturated(i, w, b, t):
    """You set a unit to exactly 0 or 1 for sums beyond ±20, which makes its slope 0. The slope is only small there,
    and a large input multiplies it."""
    return backward(i, w, b, t, squash=lambda z: np.where(np.abs(z) > 20, np.where(z > 0, 1.0, 0.0), sigmoid(z)))


def clips_at(limit):
    """The wrong answer that clips the input of a sigmoid to ±``limit``."""

    def clips(i, w, b, t):
        return backward(i, w, b, t, squash=lambda z: 1 / (1 + np.exp(-np.clip(z, -limit, limit))))

    clips.__name__ = f"clips_the_input_of_the_sigmoid_at_{limit}"
    clips.__doc__ = (
        f"You clip the input of the sigmoid to ±{limit}. The slope that you get there is too large, and a large "
        "input multiplies the error."
    )
    return clips


@np.vectorize
def _exponential(z):
    """The C library's exponential, which NumPy's baseline uses; NumPy's other versions differ in the last digit."""
    return math.exp(z) if z < 709 else math.inf


def by_quotients(quotient, i, w, b, t):
    """All eight derivatives from difference quotients of the error, with the sigmoid in its usual form."""

    def layer(weights, given, bias):
        z = weights[[0, 2]] * given[0] + weights[[1, 3]] * given[1] + bias
        return 1.0 / (1.0 + _exponential(-z))

    def error(at):
        return 0.5 * np.sum((t - layer(at[4:], layer(at[:4], i, b[0]), b[1])) ** 2)

    return mistakes.gradient(error, w, quotient)
