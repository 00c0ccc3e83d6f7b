"""Huber loss.

Source: Huber, "Robust estimation of a location parameter" (1964).
"""

import numpy as np


def huber_loss(y: np.ndarray, yhat: np.ndarray, delta: float) -> float:
    """The mean of c (|e| - c/2), where c is the smaller of |e| and ``delta``.

    Shapes: ``(n),(n),()->()``; n >= 1, ``delta`` > 0.
    """
    error = np.abs(np.subtract(yhat, y, dtype=np.float64))
    slope = np.minimum(error, delta)
    return float(slope @ (error - slope / 2)) / len(error)


def huber_loss_numpy(y: np.ndarray, yhat: np.ndarray, delta: float) -> float:
    """Use np.where, which chooses for each error by itself."""
    error = np.abs(yhat - y)
    losses = np.where(error <= delta, error**2 / 2, delta * error - delta**2 / 2)
    return np.mean(losses)


def huber_loss_loop(y: np.ndarray, yhat: np.ndarray, delta: float) -> float:
    """The same with an `if`, one error after the other."""
    total = 0.0
    for target, prediction in zip(y.tolist(), yhat.tolist(), strict=True):
        error = prediction - target
        if -delta <= error <= delta:
            total += 0.5 * error * error
        else:
            total += delta * (abs(error) - 0.5 * delta)
    return total / len(y)


def huber_loss_by_masks(y: np.ndarray, yhat: np.ndarray, delta: float) -> float:
    """The same: the small errors and the large ones are summed separately."""
    error = np.asarray(yhat, np.float64) - y
    is_small = np.abs(error) < delta
    small, large = error[is_small], np.abs(error[~is_small])
    return ((small**2).sum() / 2 + (delta * large - delta**2 / 2).sum()) / len(error)
