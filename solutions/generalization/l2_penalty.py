"""The L2 penalty.

Source: Hoerl & Kennard, "Ridge regression: biased estimation for nonorthogonal problems" (1970); Hastie, Tibshirani &
Friedman, "The Elements of Statistical Learning" (2009), section 3.4.1.
"""

import math

import numpy as np


def l2_penalty(beta: np.ndarray, lam: float) -> float:
    """The product of the slopes with themselves, times ``lam``.

    Shapes: ``(d+1),()->()``; d >= 0.
    """
    slopes = np.asarray(beta[1:], dtype=np.float64)
    return lam * float(slopes @ slopes)


def l2_penalty_numpy(beta: np.ndarray, lam: float) -> float:
    """Leave out the intercept, which is the first entry."""
    return lam * np.sum(beta[1:] ** 2)


def l2_penalty_exact(beta: np.ndarray, lam: float) -> float:
    """The same with a sum that rounds once."""
    return lam * math.fsum(slope**2 for slope in beta.tolist()[1:])


def l2_penalty_by_length(beta: np.ndarray, lam: float) -> float:
    """The same as the square of the length of the slopes."""
    return lam * float(np.linalg.norm(np.asarray(beta, np.float64)[1:])) ** 2
