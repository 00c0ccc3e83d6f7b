"""The weighted sum of a neuron's inputs, plus its bias.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1, equation 5.2.
"""

import math

import numpy as np


def weighted_sum(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The sum of the products and the bias, rounded once.

    Shapes: ``(d),(d),()->()``; d may be 0.
    """
    return math.fsum([*np.multiply(w, x, dtype=np.float64).tolist(), b])


def weighted_sum_numpy(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """Multiply and add up in one step: the scalar product does both, and is 0 without inputs."""
    return w @ x + b


def weighted_sum_of_products(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same in two steps, first the products and then their sum."""
    return np.sum(w * x) + b


def weighted_sum_loop(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same, one input after the other, starting at the bias."""
    total = float(b)
    for i in range(len(x)):
        total += float(w[i]) * float(x[i])
    return total


def weighted_sum_with_a_constant_input(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """The same with the bias as one more weight, whose input is always 1."""
    return np.append(w, b) @ np.append(x, 1.0)
