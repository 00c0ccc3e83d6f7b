"""The L1 penalty.

Source: Tibshirani, "Regression shrinkage and selection via the lasso" (1996); Hastie, Tibshirani & Friedman, "The
Elements of Statistical Learning" (2009), section 3.4.2.
"""

import math

import numpy as np


def l1_penalty(beta: np.ndarray, lam: float) -> float:
    """The L1 norm of the slopes, times ``lam``.

    Shapes: ``(d+1),()->()``; d >= 0.
    """
    return lam * float(np.linalg.norm(np.asarray(beta[1:], dtype=np.float64), 1))


def l1_penalty_numpy(beta: np.ndarray, lam: float) -> float:
    """Leave out the intercept, which is the first entry."""
    return lam * np.sum(np.abs(beta[1:]))


def l1_penalty_exact(beta: np.ndarray, lam: float) -> float:
    """The same with a sum that rounds once."""
    return lam * math.fsum(abs(slope) for slope in beta.tolist()[1:])


def l1_penalty_by_signs(beta: np.ndarray, lam: float) -> float:
    """The same, where the sign of each slope makes it positive."""
    slopes = np.asarray(beta, np.float64)[1:]
    return lam * float(np.dot(np.sign(slopes), slopes))
