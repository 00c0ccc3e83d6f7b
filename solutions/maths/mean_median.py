"""The mean and the median.

Source: Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning" (2nd edition 2009), section 2.4.
"""

import math
import statistics

import numpy as np


def mean_median(y: np.ndarray) -> tuple[float, float]:
    """The sum, rounded once, over the number of values; and the middle of the sorted values.

    Shapes: ``(n)->(),()``; n >= 1.
    """
    n, middle = len(y), (len(y) - 1) // 2
    # Only the two values in the middle have to be at their sorted positions.
    partitioned = np.partition(np.asarray(y, np.float64), [middle, n // 2])
    return math.fsum(y.tolist()) / n, float(partitioned[middle] + partitioned[n // 2]) / 2


def mean_median_numpy(y: np.ndarray) -> tuple[float, float]:
    """Sort a copy; for an odd number of values, both indices are that of the middle one."""
    n, ordered = len(y), np.sort(y)
    return np.mean(y), (ordered[(n - 1) // 2] + ordered[n // 2]) / 2


def mean_median_of_numpy(y: np.ndarray) -> tuple[float, float]:
    """The same with NumPy's own functions."""
    return float(np.mean(y)), float(np.median(y))


def mean_median_of_python(y: np.ndarray) -> tuple[float, float]:
    """The same with the standard library, which computes the mean in fractions."""
    return statistics.mean(y.tolist()), statistics.median(y.tolist())


def mean_median_by_cases(y: np.ndarray) -> tuple[float, float]:
    """The same in plain Python: a loop for the sum, and a case each for odd and even numbers of values."""
    total = 0.0
    for value in y.tolist():
        total += value
    ordered = sorted(y.tolist())
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return total / len(ordered), ordered[half]
    return total / len(ordered), (ordered[half - 1] + ordered[half]) / 2
