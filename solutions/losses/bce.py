"""Binary cross-entropy.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2, equation 4.90 (as a sum).
"""

import math

import numpy as np


def bce(y: np.ndarray, p: np.ndarray, eps: float) -> float:
    """The mean of the cross-entropies of the labels and the clipped probabilities.

    Shapes: ``(n),(n),()->()``; n >= 1, 0 < ``eps`` < 1/2.
    """
    y = np.asarray(y, dtype=np.float64)
    p = np.clip(np.asarray(p, dtype=np.float64), eps, 1.0 - eps)
    return -float(y @ np.log(p) + (1.0 - y) @ np.log1p(-p)) / len(y)


def bce_numpy(y: np.ndarray, p: np.ndarray, eps: float) -> float:
    """Clip first, so that both logarithms are finite and 0 times a logarithm is 0."""
    p = np.clip(p, eps, 1 - eps, dtype=float)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def bce_loop(y: np.ndarray, p: np.ndarray, eps: float) -> float:
    """The same, one sample after the other."""
    total = 0.0
    for label, probability in zip(y.tolist(), p.tolist(), strict=True):
        clipped = min(max(probability, eps), 1 - eps)
        total -= label * math.log(clipped) + (1 - label) * math.log(1 - clipped)
    return total / len(y)


def bce_by_log_odds(y: np.ndarray, p: np.ndarray, eps: float) -> float:
    """The same from the log-odds z: y ln p + (1 - y) ln(1 - p) = y z + ln(1 - p)."""
    p = np.minimum(np.maximum(np.asarray(p, np.float64), eps), 1 - eps)
    log_rest = np.log(1 - p)
    return np.mean(-log_rest - y * (np.log(p) - log_rest))
