"""One step of RMSProp: the gradient over the root of the average of its square.

Source: Tieleman & Hinton, "Lecture 6.5 - rmsprop: divide the gradient by a running average of its recent
magnitude" (2012).
"""

import math

import numpy as np

from . import _scaled

Vectors = tuple[np.ndarray, np.ndarray]


def rmsprop_step(w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, gamma: float, eps: float) -> Vectors:
    """The weights and the averages of squared gradients after the step.

    Shapes: ``(d),(d),(d),(),(),()->(d),(d)``; s >= 0, 0 <= gamma <= 1, eps > 0.

    Raises:
        ValueError: if the vectors differ in length.

    """
    return _scaled.after(_scaled.rmsprop, w, s, g, lr, gamma, eps)


def rmsprop_step_numpy(
    w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, gamma: float, eps: float
) -> Vectors:
    """Average the squares first: the step divides by the root of the new average."""
    s = gamma * s + (1 - gamma) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s


def rmsprop_step_by_differences(
    w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, gamma: float, eps: float
) -> Vectors:
    """The same, with each average moved part of the way to the new square."""
    g = np.array(g, dtype=np.float64)
    average = s + (g * g - s) * (1.0 - gamma)
    rates = lr / (average**0.5 + eps)
    return w - rates * g, average


def rmsprop_step_loop(
    w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, gamma: float, eps: float
) -> Vectors:
    """The same, one weight after the other, in plain Python."""
    new_w, new_s = np.empty(len(w)), np.empty(len(w))
    for i, (weight, mean, slope) in enumerate(zip(w.tolist(), s.tolist(), g.tolist(), strict=True)):
        new_s[i] = mean * gamma + slope * slope * (1.0 - gamma)
        new_w[i] = weight - slope / (eps + math.sqrt(new_s[i])) * lr
    return new_w, new_s
