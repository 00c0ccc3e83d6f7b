"""The Euclidean length of a vector.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 3.1.
"""

import math

import numpy as np


def vector_magnitude(v: np.ndarray) -> float:
    """The root of the sum of the squares, scaled by a power of 2, which does not round.

    Shapes: ``(d)->()``; d >= 0.
    """
    exponent = int(np.frexp(np.max(np.abs(v), initial=0.0))[1])
    scaled = np.ldexp(np.asarray(v, np.float64), -exponent)
    return math.ldexp(math.sqrt(scaled @ scaled), exponent)


def vector_magnitude_numpy(v: np.ndarray) -> float:
    """Use `math.hypot`, which takes any number of components and scales them, so that no square overflows."""
    return math.hypot(*v)


def vector_magnitude_in_parts(v: np.ndarray) -> float:
    """The same for components of ordinary size, and scaled down first for those whose squares might overflow."""
    scale = 1e160 if np.max(np.abs(v), initial=0.0) > 1e150 else 1.0
    return float(np.sqrt(np.sum((np.asarray(v, np.float64) / scale) ** 2)) * scale)


def vector_magnitude_one_after_the_other(v: np.ndarray) -> float:
    """The same by the theorem of Pythagoras, one component after the other."""
    length = 0.0
    for component in v.tolist():
        length = math.hypot(length, component)
    return length
