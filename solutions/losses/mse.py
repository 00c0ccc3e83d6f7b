"""Mean squared error.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 5.1.4.
"""

import math

import numpy as np


def mse(y: np.ndarray, yhat: np.ndarray) -> float:
    """The mean of the squared errors.

    Shapes: ``(n),(n)->()``; n >= 1.
    """
    error = np.subtract(yhat, y, dtype=np.float64)
    return float(error @ error) / len(error)


def mse_numpy(y: np.ndarray, yhat: np.ndarray) -> float:
    """Square each error first, and take the mean of the squares."""
    return np.mean((yhat - y) ** 2)


def mse_exact(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same with a sum that rounds once."""
    return math.fsum((b - a) ** 2 for a, b in zip(y.tolist(), yhat.tolist(), strict=True)) / len(y)


def mse_of_mean_and_spread(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same from the mean of the errors and their variance."""
    error = np.asarray(yhat, np.float64) - y
    return error.mean() ** 2 + error.var()
