"""The logistic function, which maps any number to a value between 0 and 1.

Source: Verhulst, "Notice sur la loi que la population suit dans son accroissement" (1838); as an
activation: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 3.10, equation 3.30.
"""

import math

import numpy as np

from . import _curves


def sigmoid(x: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-x)) for every entry.

    Shapes: ``(n)->(n)``, float64; n may be 0, and x infinite.
    """
    return _curves.along(_curves.sigmoid, x)


def sigmoid_numpy(x: np.ndarray) -> np.ndarray:
    """Use e^(-|x|) on both sides of 0: it is at most 1, so nothing overflows."""
    decay = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_from_tanh(x: np.ndarray) -> np.ndarray:
    """The same as a tanh, twice as wide and half as high, shifted up."""
    return 0.5 + 0.5 * np.tanh(0.5 * x)


def sigmoid_from_softplus(x: np.ndarray) -> np.ndarray:
    """The same from its logarithm, which is minus the softplus of -x."""
    return np.exp(-np.logaddexp(0.0, -x))


def sigmoid_by_definition(x: np.ndarray) -> np.ndarray:
    """The same by the definition: an overflow to infinity gives the right limit, 0."""
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-x))


def sigmoid_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    return np.array([_logistic(value) for value in x.tolist()])


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x)) if x >= 0.0 else math.exp(x) / (1.0 + math.exp(x))
