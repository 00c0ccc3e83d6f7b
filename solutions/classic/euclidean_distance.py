"""The Euclidean distance from one point to many.

Source: Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning" (2009), section 13.3.
"""

import math

import numpy as np

from . import _distances


def euclidean_distance(X: np.ndarray, q: np.ndarray) -> np.ndarray:
    """The length of the difference between each row and the point.

    Shapes: ``(n,d),(d)->(n)``; n and d may be 0.

    Raises:
        ValueError: if the points differ in the number of features.

    """
    lengths = np.empty(len(X))
    try:
        _distances.fill(X, q, lengths)
    except TypeError:  # compiled only for writable float64 arrays in C order
        X, q = (np.array(each, dtype=np.float64, order="C") for each in (X, q))
        _distances.fill(X, q, lengths)
    return lengths


def euclidean_distance_numpy(X: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Square each difference, add up along the features, take the root."""
    return np.sqrt(((X - q) ** 2).sum(axis=1))


def euclidean_distance_by_norm(X: np.ndarray, q: np.ndarray) -> np.ndarray:
    """The same as the norm of each row of differences."""
    return np.linalg.norm(X - q, axis=1)


def euclidean_distance_loop(X: np.ndarray, q: np.ndarray) -> np.ndarray:
    """The same, one row after the other, with the function of the standard library."""
    point = q.tolist()
    return np.array([math.dist(row, point) for row in X.tolist()])
