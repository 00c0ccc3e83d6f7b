"""A unit that fires if its weighted sum exceeds a threshold.

Source: Nielsen, "Neural Networks and Deep Learning" (2015), chapter 1, equation 1.
"""

import numpy as np


def threshold_unit(z: np.ndarray, theta: float) -> np.ndarray:
    """1 where z exceeds theta, and 0 elsewhere.

    Shapes: ``(n),()->i8(n)``; z may be infinite.
    """
    return np.greater(z, theta).astype(np.int64)


def threshold_unit_numpy(z: np.ndarray, theta: float) -> np.ndarray:
    """Compare once for the whole array, and choose one of two numbers for each entry."""
    return np.where(z > theta, 1, 0)


def threshold_unit_by_parts(z: np.ndarray, theta: float) -> np.ndarray:
    """The same: 0 everywhere, then a 1 where the sum is large enough."""
    fires = np.zeros(len(z), dtype=np.int64)
    fires[z > theta] = 1
    return fires


def threshold_unit_heaviside(z: np.ndarray, theta: float) -> np.ndarray:
    """The same as Heaviside's step of the difference, with a value of 0 at 0."""
    return np.heaviside(z - theta, 0.0).astype(np.int64)


def threshold_unit_loop(z: np.ndarray, theta: float) -> np.ndarray:
    """The same, one sum after the other."""
    fires = []
    for total in z.tolist():
        if total > theta:
            fires.append(1)
        else:
            fires.append(0)
    return np.array(fires, dtype=np.int64)
