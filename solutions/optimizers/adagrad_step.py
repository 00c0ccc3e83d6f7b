"""One step of Adagrad: a rate for each weight, which falls with the squares of its gradients.

Source: Duchi, Hazan & Singer, "Adaptive subgradient methods for online learning and stochastic
optimization" (2011); Zhang et al., "Dive into Deep Learning", section 12.7, for the place of epsilon.
"""

import math

import numpy as np

from . import _scaled

Vectors = tuple[np.ndarray, np.ndarray]


def adagrad_step(w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, eps: float) -> Vectors:
    """The weights and the sums of squared gradients after the step.

    Shapes: ``(d),(d),(d),(),()->(d),(d)``; s >= 0, eps > 0.

    Raises:
        ValueError: if the vectors differ in length.

    """
    return _scaled.after(_scaled.adagrad, w, s, g, lr, eps)


def adagrad_step_numpy(w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, eps: float) -> Vectors:
    """Add the new squares first: the step divides by the root of the new sum."""
    s = s + g**2
    return w - lr / np.sqrt(s + eps) * g, s


def adagrad_step_powers(w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, eps: float) -> Vectors:
    """The same with a power in place of the root and the quotient."""
    g = np.array(g, dtype=np.float64)
    sums = np.add(s, g * g)
    rates = lr * (sums + eps) ** -0.5
    return w - rates * g, sums


def adagrad_step_loop(w: np.ndarray, s: np.ndarray, g: np.ndarray, lr: float, eps: float) -> Vectors:
    """The same, one weight after the other, in plain Python."""
    new_w, new_s = np.empty(len(w)), np.empty(len(w))
    for i, (weight, total, slope) in enumerate(zip(w.tolist(), s.tolist(), g.tolist(), strict=True)):
        new_s[i] = slope * slope + total
        new_w[i] = weight - lr * slope / math.sqrt(eps + new_s[i])
    return new_w, new_s
