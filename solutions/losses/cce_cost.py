"""Categorical cross-entropy.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.4, equation 4.108 (as a sum).
"""

import math

import numpy as np


def cce_cost(Y: np.ndarray, P: np.ndarray) -> float:
    """The mean of -ln p, weighted by the labels.

    Shapes: ``(n,k),(n,k)->()``; n, k >= 1. inf where a label is positive and its probability is 0.
    """
    logarithms = np.zeros(P.shape)
    with np.errstate(divide="ignore"):
        np.log(P, out=logarithms, where=Y > 0, dtype=np.float64)
    return -float(np.vdot(Y, logarithms)) / len(Y)


def cce_cost_numpy(Y: np.ndarray, P: np.ndarray) -> float:
    """Leave out the entries whose label is 0, because 0 times the logarithm of 0 would be NaN."""
    counts = Y > 0
    return -np.sum(Y[counts] * np.log(P[counts])) / len(Y)


def cce_cost_by_products(Y: np.ndarray, P: np.ndarray) -> float:
    """The same from the likelihood of each sample, the product of p to the power of y."""
    likelihood = np.prod(np.asarray(P, np.float64) ** Y, axis=1)
    with np.errstate(divide="ignore"):
        return np.mean(-np.log(likelihood))


def cce_cost_loop(Y: np.ndarray, P: np.ndarray) -> float:
    """The same, one entry after the other."""
    total = 0.0
    for labels, probabilities in zip(Y.tolist(), P.tolist(), strict=True):
        for y, p in zip(labels, probabilities, strict=True):
            if y > 0:
                total += y * (-math.log(p) if p > 0 else math.inf)
    return total / len(Y)
