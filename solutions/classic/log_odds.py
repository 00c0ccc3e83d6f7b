"""The logarithm of the odds, also called logit.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 4.3.1.
"""

import math

import numpy as np

from .odds import odds


def log_odds(p: np.ndarray) -> np.ndarray:
    """The difference of two logarithms, of p and of 1 - p.

    Shapes: ``(n)->(n)``, from -inf to inf; n may be 0, p is from 0 to 1.
    """
    p = np.asarray(p, dtype=np.float64)
    with np.errstate(divide="ignore"):
        return np.log(p) - np.log1p(-p)


def log_odds_numpy(p: np.ndarray) -> np.ndarray:
    """The formula as it is written: NumPy's 1 / 0 is inf, and its logarithm of 0 is -inf."""
    with np.errstate(divide="ignore"):
        return np.log(p / (1 - p))


def log_odds_of_odds(p: np.ndarray) -> np.ndarray:
    """The same from the odds."""
    with np.errstate(divide="ignore"):
        return np.log(odds(p))


def log_odds_by_artanh(p: np.ndarray) -> np.ndarray:
    """The same where p is not too near to the ends, as twice the inverse of tanh at 2 p - 1."""
    p = np.asarray(p, dtype=np.float64)
    inner = (p > 0.1) & (p < 0.9)
    result = log_odds(p)
    result[inner] = 2 * np.arctanh(2 * p[inner] - 1)
    return result


def log_odds_loop(p: np.ndarray) -> np.ndarray:
    """The same, one probability after the other, in plain Python."""
    return np.array([_logit(each) for each in p.tolist()])


def _logit(p: float) -> float:
    if p in (0, 1):
        return math.inf if p else -math.inf
    return math.log(p) - math.log(1 - p)
