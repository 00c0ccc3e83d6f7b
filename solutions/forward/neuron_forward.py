"""A neuron with the hyperbolic tangent as its activation.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1, equations 5.2 and 5.3.
"""

import math

import numpy as np

from ..perceptron.weighted_sum import weighted_sum


def neuron_forward(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The hyperbolic tangent of the weighted sum.

    Shapes: ``(d),(d),()->()``; d may be 0.
    """
    return math.tanh(weighted_sum(x, w, b))


def neuron_forward_numpy(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """Compute the whole sum first, then apply the activation once."""
    z = w @ x + b
    return np.tanh(z)


def neuron_forward_of_products(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same from the single products."""
    return np.tanh(np.sum(w * x) + b)


def neuron_forward_with_exponentials(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same without np.tanh, by the exponential that cannot overflow."""
    z = float(w @ x + b)
    decay = math.exp(-2 * abs(z))
    return math.copysign((1 - decay) / (1 + decay), z)


def neuron_forward_loop(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same, one input after the other, in plain Python."""
    z = float(b)
    for value, weight in zip(x.tolist(), w.tolist(), strict=True):
        z += weight * value
    return math.tanh(z)
