"""Exponentially weighted average with bias correction.

Source: Kingma & Ba, "Adam: a method for stochastic optimization" (ICLR, 2015), section 3.
"""

from itertools import accumulate

import numpy as np


def ewma_bias_corrected(theta: np.ndarray, beta: float) -> np.ndarray:
    """The corrected averages after each value.

    Shapes: ``(n),()->(n)``; 0 <= beta < 1. A quotient of two sums without the factor 1 - beta, which
    subtracts nothing.
    """

    def decayed(values: list[float]) -> np.ndarray:
        return np.array(list(accumulate(values, lambda old, value: beta * old + value)), dtype=np.float64)

    return decayed(theta.tolist()) / decayed([1.0] * len(theta))


def ewma_bias_corrected_numpy(theta: np.ndarray, beta: float) -> np.ndarray:
    """Correct only what is returned: the next step needs the average as it is."""
    corrected = np.empty(len(theta))
    v = 0.0
    for i, value in enumerate(theta):
        t = i + 1
        v = beta * v + (1 - beta) * value
        corrected[i] = v / (1 - beta**t)
    return corrected


def ewma_bias_corrected_by_differences(theta: np.ndarray, beta: float) -> np.ndarray:
    """The same, with the corrected average moved towards each value by a share that falls to 1 - beta."""
    averages, v, weight = [], 0.0, 0.0
    for value in theta.tolist():
        weight = beta * weight + 1.0
        v += (value - v) / weight
        averages.append(v)
    return np.array(averages, dtype=np.float64)


def ewma_bias_corrected_of_weights(theta: np.ndarray, beta: float) -> np.ndarray:
    """The same as a weighted mean with the weights 1, beta, beta², ... back in time."""
    if len(theta) == 0:
        return np.zeros(0)
    weights = float(beta) ** np.arange(len(theta))
    return np.convolve(np.asarray(theta, np.float64), weights)[: len(theta)] / np.cumsum(weights)


def ewma_bias_corrected_afterwards(theta: np.ndarray, beta: float) -> np.ndarray:
    """The same in two passes: first all averages, then all corrections."""
    averages = np.zeros(len(theta) + 1)
    for t in range(1, len(averages)):
        averages[t] = averages[t - 1] * beta + float(theta[t - 1]) * (1.0 - beta)
    return averages[1:] / (1.0 - np.power(float(beta), np.arange(1, len(averages))))
