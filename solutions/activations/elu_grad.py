"""The derivative of the exponential linear unit, at x.

Source: Clevert, Unterthiner & Hochreiter, "Fast and accurate deep network learning by exponential
linear units (ELUs)" (ICLR, 2016), section 3.
"""

import math

import numpy as np

from . import _curves


def elu_grad(x: np.ndarray, alpha: float) -> np.ndarray:
    """1 where x is positive, alpha * exp(x) where it is negative.

    Shapes: ``(n),()->(n)``, float64, with alpha > 0. At 0 the result is alpha,
    although there is a derivative only for alpha = 1.
    """
    return _curves.along(_curves.elu_grad, x, alpha)


def elu_grad_numpy(x: np.ndarray, alpha: float) -> np.ndarray:
    """Write the exponent as -|x|: it equals x where it is used, and cannot overflow elsewhere."""
    return np.where(x > 0, 1.0, alpha * np.exp(-np.abs(x)))


def elu_grad_from_value(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same from the unit's own value, which is alpha less than its slope where x is negative."""
    value = alpha * np.expm1(np.minimum(x, 0.0))
    return np.where(x < 0.0, value + alpha, 1.0)


def elu_grad_one_exponential(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same as one exponential: alpha goes into the exponent, and positive entries become e^0."""
    return np.exp(np.where(x < 0.0, x + np.log(alpha), 0.0))


def elu_grad_by_parts(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same: slope 1 everywhere, then the negative entries are overwritten."""
    slopes = np.ones(x.shape)
    below = np.signbit(x)
    slopes[below] = alpha * np.exp(x[below])
    return slopes


def elu_grad_loop(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    return np.array([1.0 if value > 0.0 else alpha * math.exp(value) for value in x.tolist()])
