"""The derivative of the rectifier max(0, x), at x.

Source: Nair & Hinton, "Rectified linear units improve restricted Boltzmann machines" (ICML, 2010);
Glorot, Bordes & Bengio, "Deep sparse rectifier neural networks" (AISTATS, 2011), section 3.1.
"""

import numpy as np

from . import _curves


def relu_grad(x: np.ndarray) -> np.ndarray:
    """1 where x is positive, 0 where it is negative.

    Shapes: ``(n)->(n)``, float64. At 0, where there is no derivative, the result is 0.
    """
    return _curves.along(_curves.step, x, 0.0, 1.0)


def relu_grad_numpy(x: np.ndarray) -> np.ndarray:
    """Compare once for the whole array: at 0 the comparison is false, and the slope is 0."""
    return np.where(x > 0, 1.0, 0.0)


def relu_grad_heaviside(x: np.ndarray) -> np.ndarray:
    """The same: the derivative of the rectifier is Heaviside's step, 1/2 at the kink."""
    return np.heaviside(x, 0.5)


def relu_grad_from_sign(x: np.ndarray) -> np.ndarray:
    """The same from the sign, which is increased by 1 and halved."""
    return (1.0 + np.sign(x)) / 2.0


def relu_grad_slope(x: np.ndarray) -> np.ndarray:
    """The same as rise over run: the rectifier is a straight line from 0 to x, on either side."""
    return np.divide(np.maximum(x, 0.0), x, out=np.ones(x.shape), where=x != 0.0)


def relu_grad_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    slopes = np.zeros(len(x))
    for i, value in enumerate(x.tolist()):
        if value >= 0.0:
            slopes[i] = 1.0
    return slopes
