"""Mean absolute error.

Source: Willmott & Matsuura, "Advantages of the mean absolute error (MAE) over the root mean square error (RMSE) in
assessing average model performance" (2005).
"""

import math

import numpy as np


def mae(y: np.ndarray, yhat: np.ndarray) -> float:
    """The mean of the absolute errors.

    Shapes: ``(n),(n)->()``; n >= 1.
    """
    error = np.subtract(yhat, y, dtype=np.float64)
    return float(np.linalg.norm(error, 1)) / len(error)


def mae_numpy(y: np.ndarray, yhat: np.ndarray) -> float:
    """Take the absolute value of each error before the mean, so that no errors cancel."""
    return np.mean(np.abs(yhat - y))


def mae_exact(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same with a sum that rounds once."""
    return math.fsum(abs(b - a) for a, b in zip(y.tolist(), yhat.tolist(), strict=True)) / len(y)


def mae_loop(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same, where each error is the larger minus the smaller number."""
    total = 0.0
    for i in range(len(y)):
        total += max(float(y[i]), float(yhat[i])) - min(float(y[i]), float(yhat[i]))
    return total / len(y)
