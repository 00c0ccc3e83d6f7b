"""The derivative of the logistic function, at x.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 3.10, equation 3.34.
"""

import math

import numpy as np

from . import _curves


def sigmoid_grad(x: np.ndarray) -> np.ndarray:
    """sigmoid(x) * (1 - sigmoid(x)) for every entry.

    Shapes: ``(n)->(n)``, float64.
    """
    return _curves.along(_curves.sigmoid_grad, x)


def sigmoid_grad_numpy(x: np.ndarray) -> np.ndarray:
    """Reuse the sigmoid's value s: the derivative is s (1 - s), and nothing can overflow."""
    s = _sigmoid(x)
    return s * (1.0 - s)


def sigmoid_grad_by_symmetry(x: np.ndarray) -> np.ndarray:
    """The same as the product of the sigmoid's values at x and at -x."""
    return _sigmoid(x) * _sigmoid(-x)


def sigmoid_grad_from_tanh(x: np.ndarray) -> np.ndarray:
    """The same as a quarter of the derivative of tanh, at half of x."""
    return 0.25 - 0.25 * np.tanh(0.5 * x) ** 2


def sigmoid_grad_from_cosh(x: np.ndarray) -> np.ndarray:
    """The same as the square of 1 / (e^(x/2) + e^(-x/2))."""
    return np.exp(-2.0 * np.logaddexp(0.5 * x, -0.5 * x))


def sigmoid_grad_complex_step(x: np.ndarray) -> np.ndarray:
    """The same from a step of 1e-20 along the imaginary axis, where no digits cancel."""
    return 0.5 * np.tanh(0.5 * (x + 1e-20j)).imag / 1e-20


def sigmoid_grad_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other: the product of the three local derivatives of 1 / (1 + e^-x)."""
    slopes = np.zeros(len(x))
    for i, value in enumerate(x.tolist()):
        e = math.exp(-abs(value))  # the derivative is even: |x| keeps the exponential small
        slopes[i] = -((1.0 + e) ** -2) * e * -1.0
    return slopes


def _sigmoid(x: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-x)), written so that nothing overflows; shapes: ``(n)->(n)``."""
    return 0.5 * (1.0 + np.tanh(0.5 * x))
