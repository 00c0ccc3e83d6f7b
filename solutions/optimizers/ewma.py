"""Exponentially weighted average.

Source: Roberts, "Control chart tests based on geometric moving averages" (1959).
"""

import numpy as np

from . import _averages


def ewma(theta: np.ndarray, beta: float, v0: float) -> np.ndarray:
    """The averages after each value.

    Shapes: ``(n),(),()->(n)``; 0 <= beta <= 1.
    """
    averages = np.empty(len(theta))
    try:
        _averages.follow(theta, beta, v0, averages)
    except TypeError:  # compiled only for writable float64 arrays in C order
        _averages.follow(np.array(theta, dtype=np.float64), float(beta), float(v0), averages)
    return averages


def ewma_numpy(theta: np.ndarray, beta: float, v0: float) -> np.ndarray:
    """Keep one number, the average so far: each step needs the one before."""
    averages = np.empty(len(theta))
    v = v0
    for t, value in enumerate(theta):
        v = beta * v + (1 - beta) * value
        averages[t] = v
    return averages


def ewma_by_differences(theta: np.ndarray, beta: float, v0: float) -> np.ndarray:
    """The same, with the average moved part of the way to each value."""
    averages, v = [], float(v0)
    for value in theta.tolist():
        v += (1.0 - beta) * (value - v)
        averages.append(v)
    return np.array(averages, dtype=np.float64)


def ewma_of_weights(theta: np.ndarray, beta: float, v0: float) -> np.ndarray:
    """The same as a weighted sum of all values so far and of the start."""
    n = len(theta)
    if n == 0:
        return np.zeros(0)
    weights = float(beta) ** np.arange(n + 1)
    return (1.0 - beta) * np.convolve(np.asarray(theta, np.float64), weights)[:n] + weights[1:] * v0
