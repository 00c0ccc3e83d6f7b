"""The derivative of the hyperbolic tangent, at x.

Source: Abramowitz & Stegun, "Handbook of Mathematical Functions" (1964), section 4.5; as an
activation: LeCun et al., "Efficient BackProp" (1998), section 4.4.
"""

import math

import numpy as np

from . import _curves


def tanh_grad(x: np.ndarray) -> np.ndarray:
    """1 - tanh(x)^2 for every entry.

    Shapes: ``(n)->(n)``, float64.
    """
    return _curves.along(_curves.tanh_grad, x)


def tanh_grad_numpy(x: np.ndarray) -> np.ndarray:
    """Reuse the value of tanh: the derivative is 1 minus its square, and nothing can overflow."""
    return 1.0 - np.tanh(x) ** 2


def tanh_grad_product(x: np.ndarray) -> np.ndarray:
    """The same as the product of the distances of tanh from its two limits."""
    t = np.tanh(x)
    return (1.0 - t) * (1.0 + t)


def tanh_grad_from_cosh(x: np.ndarray) -> np.ndarray:
    """The same as 1 / cosh(x)^2, with the logarithm of cosh, which does not overflow."""
    return 4.0 * np.exp(-2.0 * np.logaddexp(x, -x))


def tanh_grad_one_exponential(x: np.ndarray) -> np.ndarray:
    """The same in terms of e^(-2|x|), the exponential that cannot overflow; the derivative is even."""
    e = np.exp(-2.0 * np.abs(x))
    return 4.0 * e / np.square(1.0 + e)


def tanh_grad_complex_step(x: np.ndarray) -> np.ndarray:
    """The same from a step of 1e-20 along the imaginary axis, where no digits cancel."""
    return np.tanh(x + 1e-20j).imag / 1e-20


def tanh_grad_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    values = map(math.tanh, x.tolist())
    return np.fromiter((1.0 - value * value for value in values), float, len(x))
