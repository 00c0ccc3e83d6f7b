"""2-2-2 networks whose sigmoid is not one everywhere, or whose gradient is measured: ``(2),(8),(2),(2)->(8)``."""

import math

import numpy as np

from ._two_two_two import backward, sigmoid


def ratio_of_exponentials(z):
    """e^z / (1 + e^z), NaN where both are infinite."""
    return np.exp(z) / (1 + np.exp(z))


def divides_infinity_by_infinity(i, w, b, t):
    """Your sigmoid is e^z / (1 + e^z), and for large z both are infinite: their ratio is NaN."""
    return backward(i, w, b, t, squash=ratio_of_exponentials)


def puts_0_for_nan(i, w, b, t):
    """Your sigmoid is NaN for large z, and you put 0 in the place of it. A unit that is fully on gives 1."""
    return backward(i, w, b, t, squash=lambda z: np.nan_to_num(ratio_of_exponentials(z)))


def puts_0_for_nan_at_the_end(i, w, b, t):
    """Your sigmoid is NaN for large z, and you put 0 in the place of derivatives that came out NaN. They have
    values of their own."""
    return np.nan_to_num(divides_infinity_by_infinity(i, w, b, t))


def overflows_the_exponential(i, w, b, t):
    """math.exp raises OverflowError where NumPy's exp gives infinity. A unit that is off is no error."""
    return backward(i, w, b, t, squash=np.vectorize(lambda z: 1 / (1 + math.exp(-z)), otypes=[float]))


def calls_units_saturated(i, w, b, t):
    """You give a unit exactly 0 or 1 for sums beyond ±20, and so a slope of 0. It is small there, and a large input
    multiplies it."""
    return backward(i, w, b, t, squash=lambda z: np.where(np.abs(z) > 20, np.where(z > 0, 1.0, 0.0), sigmoid(z)))


def clips_at(limit):
    """The wrong answer that lets nothing beyond ``limit`` into a sigmoid."""

    def clips(i, w, b, t):
        return backward(i, w, b, t, squash=lambda z: 1 / (1 + np.exp(-np.clip(z, -limit, limit))))

    clips.__name__ = f"lets_nothing_beyond_{limit}_into_the_sigmoid"
    clips.__doc__ = (
        f"You cut what goes into the sigmoid down to ±{limit}. Its slope is not 0 there, and a large input "
        "multiplies what is left of it."
    )
    return clips


@np.vectorize
def _exponential(z):
    """The C library's, which NumPy's baseline takes; what else NumPy may take differs in the last digit."""
    return math.exp(z) if z < 709 else math.inf


def by_quotients(quotients, i, w, b, t):
    """What difference quotients of the error make of all eight, with the sigmoid as it is mostly written."""

    def layer(weights, given, bias):
        z = weights[[0, 2]] * given[0] + weights[[1, 3]] * given[1] + bias
        return 1.0 / (1.0 + _exponential(-z))

    def error(at):
        return 0.5 * np.sum((t - layer(at[4:], layer(at[:4], i, b[0]), b[1])) ** 2)

    return quotients(error, w)
