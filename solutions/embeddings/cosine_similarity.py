"""The cosine of the angle between two vectors.

Source: Manning, Raghavan & Schütze, "Introduction to Information Retrieval" (2008), section 6.3.1.
"""

import math

import numpy as np


def cosine_similarity(u: np.ndarray, v: np.ndarray) -> float:
    """The dot product of the vectors of length 1, or 0 if one vector is zero.

    Shapes: ``(d),(d)->()``; d >= 1.
    """
    u, v = np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64)
    if not u.any() or not v.any():
        return 0.0
    u, v = u / np.abs(u).max(), v / np.abs(v).max()
    return float(u @ v / math.sqrt((u @ u) * (v @ v)))


def cosine_similarity_numpy(u: np.ndarray, v: np.ndarray) -> float:
    """Make the largest entry of each vector ±1 first: the angle stays, and no square overflows or vanishes."""
    if not u.any() or not v.any():
        return 0.0
    u = u / np.abs(u).max()
    v = v / np.abs(v).max()
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


def cosine_similarity_of_unit_vectors(u: np.ndarray, v: np.ndarray) -> float:
    """The same from the distance of the vectors of length 1: its square is 2 - 2 cos."""
    if not u.any() or not v.any():
        return 0.0
    a, b = (each.astype(np.float64) / np.abs(each).max() for each in (u, v))
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return 1.0 - ((a - b) ** 2).sum() / 2.0


def cosine_similarity_loop(u: np.ndarray, v: np.ndarray) -> float:
    """The same in plain Python, where `math.hypot` neither overflows nor vanishes."""
    long_u, long_v = math.hypot(*u.tolist()), math.hypot(*v.tolist())
    if long_u == 0 or long_v == 0:
        return 0.0
    return math.fsum((a / long_u) * (b / long_v) for a, b in zip(u.tolist(), v.tolist(), strict=True))
