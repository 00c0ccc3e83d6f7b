"""The least-squares line through points.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 3.1.1.
"""

import math

import numpy as np


def linreg_fit_simple(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The intercept and the slope, from sums around the means.

    Shapes: ``(n),(n)->(2)``; x is not constant.
    """
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    middle = math.fsum(x.tolist()) / len(x), math.fsum(y.tolist()) / len(y)
    dx, dy = x - middle[0], y - middle[1]
    slope = (dx @ dy) / (dx @ dx)
    return np.array([middle[1] - slope * middle[0], slope])


def linreg_fit_simple_numpy(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Subtract the means first: sums of small numbers keep their digits."""
    dx = x - x.mean()
    slope = np.sum(dx * (y - y.mean())) / np.sum(dx**2)
    return np.array([y.mean() - slope * x.mean(), slope])


def linreg_fit_simple_by_covariance(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same with NumPy's covariances, in which n - 1 cancels."""
    (variance, covariance), _ = np.cov(x, y)
    slope = covariance / variance
    return np.array([np.mean(y) - slope * np.mean(x), slope])


def linreg_fit_simple_by_projection(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same as a problem of linear algebra: the plane of all lines, spanned by 1 and x minus its first entry."""
    A = np.column_stack([np.ones(len(x)), np.subtract(x, x[0], dtype=np.float64)])
    (start, slope), *_ = np.linalg.lstsq(A, np.asarray(y, dtype=np.float64))
    return np.array([start - slope * x[0], slope])


def linreg_fit_simple_loop(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same in plain Python: add up products of deviations."""
    n, xs, ys = len(x), x.tolist(), y.tolist()
    middle_x, middle_y = math.fsum(xs) / n, math.fsum(ys) / n
    products = math.fsum((a - middle_x) * (b - middle_y) for a, b in zip(xs, ys, strict=True))
    slope = products / math.fsum((a - middle_x) ** 2 for a in xs)
    return np.array([middle_y - slope * middle_x, slope])
