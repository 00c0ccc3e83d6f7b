"""The odds of events.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 4.3.1.
"""

import math

import numpy as np


def odds(p: np.ndarray) -> np.ndarray:
    """The probability divided by that of the opposite.

    Shapes: ``(n)->(n)``, from 0 to inf; n may be 0, p is from 0 to 1.
    """
    p = np.asarray(p, dtype=np.float64)
    with np.errstate(divide="ignore"):
        return p / (1.0 - p)


def odds_numpy(p: np.ndarray) -> np.ndarray:
    """NumPy divides by 0 without an exception, and 1 / 0 is inf; only the warning is switched off."""
    with np.errstate(divide="ignore"):
        return p / (1 - p)


def odds_by_cases(p: np.ndarray) -> np.ndarray:
    """The same, with infinity for certain events and a division for the others only."""
    result = np.full(p.shape, np.inf)
    np.divide(p, 1 - p, out=result, where=p < 1)
    return result


def odds_loop(p: np.ndarray) -> np.ndarray:
    """The same, one probability after the other, in plain Python."""
    return np.array([each / (1 - each) if each < 1 else math.inf for each in p.tolist()])
