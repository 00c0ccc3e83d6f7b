"""The compiled distances, and the vote of the nearest in one pass over the points."""

import math

import numpy as np

from gradkata.jit import EXACT, SUMS, kernel


@kernel(flags=SUMS)
def _square(row, q):
    """The squared distance of two points; shapes: ``(d),(d)->()``."""
    total = 0.0
    for j in range(len(q)):
        total += (row[j] - q[j]) * (row[j] - q[j])
    return total


@kernel("void(f8[:,::1], f8[::1], f8[::1])", flags=EXACT)
def fill(X, q, lengths):
    """The distance of each row: ``(n,d),(d),(n)``."""
    if X.shape != (len(lengths), len(q)):
        raise ValueError("euclidean_distance: the shapes are not (n,d),(d)")
    for i in range(len(X)):
        lengths[i] = math.sqrt(_square(X[i], q))


@kernel(flags=EXACT)
def _sink(heap, labels, square, label):
    """Put a point into the place of the farthest one, heap[0], and move it down to where it belongs."""
    place, last = 0, len(heap)
    while True:
        child = 2 * place + 1
        if child >= last:
            break
        if child + 1 < last and heap[child + 1] > heap[child]:
            child += 1
        if heap[child] <= square:
            break
        heap[place], labels[place] = heap[child], labels[child]
        place = child
    heap[place], labels[place] = square, label


@kernel("i8(f8[:,::1], i8[::1], f8[::1], i8, i8)", flags=EXACT)
def vote(X, y, q, k, n_classes):
    """The most frequent class among the k nearest rows, the smallest of several: ``(n,d),(n),(d),(),()->()``."""
    if X.shape != (len(y), len(q)) or not 1 <= k <= len(y):
        raise ValueError("knn_predict: the shapes are not (n,d),(n),(d), or k is not from 1 to n")
    heap, labels = np.full(k, np.inf), np.full(k, -1)
    for i in range(len(X)):
        square = _square(X[i], q)
        if square < heap[0]:
            _sink(heap, labels, square, y[i])
    votes = np.zeros(n_classes, np.int64)
    for label in labels:
        if not 0 <= label < n_classes:
            raise ValueError(
                "knn_predict: a class is not from 0 to n_classes - 1, or a distance is not a number"
            )
        votes[label] += 1
    return votes.argmax()
