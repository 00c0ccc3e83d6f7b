"""The sum of squared errors.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 3.1.1.
"""

import math

import numpy as np

from .residuals import residuals


def sse(y: np.ndarray, yhat: np.ndarray) -> float:
    """The product of the residuals with themselves.

    Shapes: ``(n),(n)->()``; n may be 0.
    """
    left = residuals(y, yhat)
    return float(left @ left)


def sse_numpy(y: np.ndarray, yhat: np.ndarray) -> float:
    """Square each residual, then add up; the sum of nothing is 0."""
    return np.sum((yhat - y) ** 2)


def sse_by_norm(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same as the squared length of the vector of residuals."""
    return np.linalg.norm(yhat - y) ** 2


def sse_loop(y: np.ndarray, yhat: np.ndarray) -> float:
    """The same in plain Python, with a sum that rounds once."""
    return math.fsum((b - a) ** 2 for a, b in zip(y.tolist(), yhat.tolist(), strict=True))
