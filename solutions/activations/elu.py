"""The exponential linear unit.

Source: Clevert, Unterthiner & Hochreiter, "Fast and accurate deep network learning by exponential
linear units (ELUs)" (ICLR, 2016), section 3.
"""

import math

import numpy as np


def elu(x: np.ndarray, alpha: float) -> np.ndarray:
    """The entry where it is positive, and alpha * (exp(x) - 1) elsewhere.

    Shapes: ``(n),()->(n)``, float64, with alpha >= 0; n may be 0.
    """
    x = np.asarray(x, dtype=np.float64)
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


def elu_numpy(x: np.ndarray, alpha: float) -> np.ndarray:
    """Add the two sides, one of which is always 0: limited to 0, the exponent cannot overflow."""
    return np.maximum(x, 0) + alpha * (np.exp(np.minimum(x, 0)) - 1)


def elu_by_choice(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same without the limit: np.where discards the infinities."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(x >= 0, x, alpha * np.expm1(x))


def elu_by_parts(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same on a copy, whose negative entries are overwritten."""
    y = x.copy()
    below = x < 0
    y[below] = alpha * np.expm1(x[below])
    return y


def elu_loop(x: np.ndarray, alpha: float) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    values = []
    for value in x.tolist():
        if value > 0:
            values.append(value)
        else:
            values.append(alpha * (math.exp(value) - 1))
    return np.array(values, dtype=np.float64)
