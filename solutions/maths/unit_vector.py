"""The vector of length 1 in a direction.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), sections 3.1 and 3.4.
"""

import math

import numpy as np


def unit_vector(v: np.ndarray) -> np.ndarray:
    """The components relative to the largest one, divided by their length.

    Shapes: ``(d)->(d)``; d >= 0, and zeros for zeros.
    """
    # The largest component first: its square, and that of a tiny one, may not be a float.
    scaled = np.asarray(v, np.float64) / (np.max(np.abs(v), initial=0.0) or 1.0)
    return scaled / (math.sqrt(scaled @ scaled) or 1.0)


def unit_vector_numpy(v: np.ndarray) -> np.ndarray:
    """Divide by the largest component first: its square neither overflows nor becomes 0."""
    if not np.any(v):
        return np.zeros(len(v))
    scaled = v / np.max(np.abs(v))
    return scaled / np.linalg.norm(scaled)


def unit_vector_loop(v: np.ndarray) -> np.ndarray:
    """The same, one component after the other, with lengths of the standard library."""
    largest = max((abs(component) for component in v.tolist()), default=0.0)
    scaled = [component / largest if largest else 0.0 for component in v.tolist()]
    length = math.hypot(*scaled)
    return np.array([component / length if length else 0.0 for component in scaled])


def unit_vector_where(v: np.ndarray) -> np.ndarray:
    """The same without a case for zeros: both divisions leave out what is divided by 0."""
    for norm in (np.inf, 2):
        size = np.linalg.norm(v, norm) if len(v) else 0.0
        v = np.divide(v, size, out=np.zeros(len(v)), where=size != 0)
    return v
