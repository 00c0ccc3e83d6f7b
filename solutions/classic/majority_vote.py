"""The majority vote over class labels.

Source: Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning" (2009), section 13.3.
"""

from collections import Counter

import numpy as np


def majority_vote(labels: np.ndarray, n_classes: int) -> int:
    """The most frequent label, the smallest of several.

    Shapes: ``(k),()->()``; k >= 1, labels from 0 to n_classes - 1.
    """
    return int(np.bincount(labels, minlength=n_classes).argmax())


def majority_vote_numpy(labels: np.ndarray, n_classes: int) -> int:
    """Count the votes of every class; `argmax` takes the first, so the smallest, of several."""
    counts = [np.count_nonzero(labels == c) for c in range(n_classes)]
    return int(np.argmax(counts))


def majority_vote_of_distinct_labels(labels: np.ndarray, n_classes: int) -> int:
    """The same among the labels that occur."""
    distinct, counts = np.unique(labels, return_counts=True)
    return int(distinct[counts.argmax()])


def majority_vote_by_dictionary(labels: np.ndarray, n_classes: int) -> int:
    """The same with a dictionary: more votes first, then the smaller label."""
    counts = Counter(labels.tolist())
    return min(counts, key=lambda label: (-counts[label], label))


def majority_vote_loop(labels: np.ndarray, n_classes: int) -> int:
    """The same with one counter for each class."""
    counts = [0] * n_classes
    for label in labels.tolist():
        counts[label] += 1
    return counts.index(max(counts))
