"""The vector between two points.

Source: Strang, "Introduction to Linear Algebra" (5th edition 2016), section 1.1.
"""

import numpy as np


def vector_between(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Each coordinate of the end minus that of the start.

    Shapes: ``(d),(d)->(d)``; d >= 0.
    """
    return np.subtract(b, a, dtype=np.float64)


def vector_between_numpy(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """End minus start; NumPy subtracts all coordinates at once, and makes a new array."""
    return b - a


def vector_between_loop(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, one coordinate after the other."""
    components = np.zeros(len(a))
    for i in range(len(a)):
        components[i] = b[i] - a[i]
    return components


def vector_between_stacked(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same as a difference along the first axis of both points."""
    return np.diff(np.stack([a, b]), axis=0)[0]
