"""The class of a point by its k nearest neighbours.

Source: Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning" (2009), section 13.3.
"""

import heapq
import math

import numpy as np

from . import _distances


def knn_predict(X: np.ndarray, y: np.ndarray, q: np.ndarray, k: int, n_classes: int) -> int:
    """The vote of the k nearest rows, which are kept in a heap: no sort, and no array of distances.

    Shapes: ``(n,d),(n),(d),(),()->()``; n >= k >= 1.

    Raises:
        ValueError: if the shapes do not fit together, or k is not from 1 to n.

    """
    try:
        return _distances.vote(X, y, q, k, n_classes)
    except TypeError:  # compiled only for writable arrays in C order, of float64 and int64
        X, q = (np.array(each, dtype=np.float64, order="C") for each in (X, q))
        return _distances.vote(X, np.array(y, dtype=np.int64), q, int(k), int(n_classes))


def knn_predict_numpy(X: np.ndarray, y: np.ndarray, q: np.ndarray, k: int, n_classes: int) -> int:
    """Sort the rows by their distance; the squares of the distances have the same order."""
    squares = ((X - q) ** 2).sum(axis=1)
    nearest = np.argsort(squares)[:k]
    return int(np.bincount(y[nearest]).argmax())


def knn_predict_by_pairs(X: np.ndarray, y: np.ndarray, q: np.ndarray, k: int, n_classes: int) -> int:
    """The same in plain Python: pairs of distance and class, of which the k smallest vote."""
    point = q.tolist()
    pairs = [(math.dist(row, point), label) for row, label in zip(X.tolist(), y.tolist(), strict=True)]
    votes = [label for _, label in heapq.nsmallest(k, pairs)]
    return max(range(n_classes), key=votes.count)


def knn_predict_by_ranks(X: np.ndarray, y: np.ndarray, q: np.ndarray, k: int, n_classes: int) -> int:
    """The same without a sort: a row votes if it is no farther than the k-th smallest distance."""
    distances = np.linalg.norm(X - q, axis=1)
    limit = np.sort(distances)[k - 1] * (1 + 1e-9)
    votes = np.zeros(n_classes, dtype=np.int64)
    np.add.at(votes, y[distances <= limit], 1)
    return int(votes.argmax())
