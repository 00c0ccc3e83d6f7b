"""The rectifier max(0, x).

Source: Glorot, Bordes & Bengio, "Deep sparse rectifier neural networks" (AISTATS, 2011), section 3.1.
"""

import numpy as np


def relu(x: np.ndarray) -> np.ndarray:
    """The larger of 0 and each entry.

    Shapes: ``(n)->(n)``, float64; n may be 0.
    """
    return np.clip(x, 0.0, None, dtype=np.float64)


def relu_numpy(x: np.ndarray) -> np.ndarray:
    """Compare all entries with 0 at once: np.maximum works entry by entry, np.max over the whole array."""
    return np.maximum(x, 0.0)


def relu_by_choice(x: np.ndarray) -> np.ndarray:
    """The same by a choice between the entry and 0."""
    return np.where(x > 0, x, 0.0)


def relu_by_parts(x: np.ndarray) -> np.ndarray:
    """The same on a copy, whose negative entries are overwritten."""
    y = x.copy()
    y[y < 0] = 0.0
    return y


def relu_by_product(x: np.ndarray) -> np.ndarray:
    """The same as the entry times its slope, 0 or 1."""
    return x * (x > 0)


def relu_from_absolute_values(x: np.ndarray) -> np.ndarray:
    """The same as the mean of x and |x|, which cancel for a negative entry."""
    return (x + np.abs(x)) / 2


def relu_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other."""
    return np.array([max(0.0, value) for value in x.tolist()], dtype=np.float64)
