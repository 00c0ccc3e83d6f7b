"""The derivative of the leaky rectifier with slope 0.01, at x.

Source: Maas, Hannun & Ng, "Rectifier nonlinearities improve neural network acoustic models" (ICML
workshop on deep learning for audio, speech and language processing, 2013), section "Rectifier Nonlinearities".
"""

import numpy as np

from . import _curves


def leaky_relu_grad(x: np.ndarray) -> np.ndarray:
    """1 where x is positive, 0.01 where it is negative.

    Shapes: ``(n)->(n)``, float64. At 0, where there is no derivative, the result is 0.01.
    """
    return _curves.along(_curves.step, x, 0.01, 1.0)


def leaky_relu_grad_numpy(x: np.ndarray) -> np.ndarray:
    """Compare once for the whole array: 0 itself gets the slope of the negative side."""
    return np.where(x > 0, 1.0, 0.01)


def leaky_relu_grad_from_sign(x: np.ndarray) -> np.ndarray:
    """The same as the mean of both slopes, plus or minus half of their difference."""
    return 0.505 + 0.495 * np.sign(x)


def leaky_relu_grad_slope(x: np.ndarray) -> np.ndarray:
    """The same as rise over run: the function is a straight line from 0 to x, on either side."""
    return np.divide(np.maximum(x, 0.01 * x), x, out=np.ones(x.shape), where=x != 0.0)


def leaky_relu_grad_by_filling(x: np.ndarray) -> np.ndarray:
    """The same: slope 1 everywhere, then 0.01 where x is negative."""
    slopes = np.ones(x.shape)
    slopes[np.signbit(x)] = 0.01
    return slopes


def leaky_relu_grad_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    return np.array([1.0 if value >= 0.0 else 0.01 for value in x.tolist()])
