"""One-hot labels.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), introduction to chapter 4 (1-of-K coding).
"""

import numpy as np


def one_hot(labels: np.ndarray, k: int, base: int) -> np.ndarray:
    """A 1 for the class of each label, written into zeros.

    Shapes: ``i8(n),i8(),i8()->(n,k)``; labels from ``base`` to ``base + k - 1``.
    """
    columns = np.subtract(labels, base, dtype=np.int64)
    table = np.zeros((len(columns), k))
    table[np.arange(len(columns)), columns] = 1.0
    return table


def one_hot_numpy(labels: np.ndarray, k: int, base: int) -> np.ndarray:
    """Choose rows of the identity matrix: each has a single 1."""
    return np.eye(k)[labels - base]


def one_hot_by_comparison(labels: np.ndarray, k: int, base: int) -> np.ndarray:
    """The same: each label is compared with all classes, and is equal to one."""
    return (np.reshape(labels, (-1, 1)) == np.arange(base, base + k)).astype(float)


def one_hot_loop(labels: np.ndarray, k: int, base: int) -> np.ndarray:
    """The same, one label after the other."""
    table = np.zeros((len(labels), k))
    for i, label in enumerate(labels.tolist()):
        table[i, label - base] = 1
    return table
