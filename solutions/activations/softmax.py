"""Softmax: logits as probabilities, row by row.

Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs, with
relationships to statistical pattern recognition" (1990); the shift by the maximum: Goodfellow, Bengio &
Courville, "Deep Learning" (2016), section 4.1.
"""

import math

import numpy as np

from . import _softmax


def softmax(Z: np.ndarray) -> np.ndarray:
    """The probabilities of each row of logits.

    Shapes: ``(n,k)->(n,k)``; n, k >= 1. A logit may be -inf, but not all of a row.
    """
    P = np.empty(Z.shape)
    try:
        _softmax.rows(Z, P)
    except TypeError:  # compiled only for writable float64 arrays in C order
        _softmax.rows(np.array(Z, dtype=np.float64, order="C"), P)
    return P


def softmax_numpy(Z: np.ndarray) -> np.ndarray:
    """Shift each row by its maximum: the ratios stay, and no exponential overflows."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_by_logarithms(Z: np.ndarray) -> np.ndarray:
    """The same, as the exponential of log-probabilities."""
    Z = np.asarray(Z, dtype=np.float64)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


def softmax_loop(Z: np.ndarray) -> np.ndarray:
    """The same, one row after the other, in plain Python."""
    P = np.zeros(Z.shape)
    for i, row in enumerate(Z.tolist()):
        top = max(row)
        weights = [math.exp(z - top) for z in row]
        total = math.fsum(weights)
        P[i] = [weight / total for weight in weights]
    return P


def softmax_of_differences(Z: np.ndarray) -> np.ndarray:
    """The same without a maximum: one over the sum of exp(z_j - z_i), which may be infinite."""
    possible = np.isfinite(Z)
    P = np.zeros(Z.shape)
    for i, row in enumerate(Z.astype(np.float64)):
        z = row[possible[i]]
        with np.errstate(over="ignore"):
            P[i, possible[i]] = 1.0 / np.exp(z - z[:, None]).sum(axis=1)
    return P
