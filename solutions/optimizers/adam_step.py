"""One step of Adam: momentum, a rate for each weight, and the correction of both.

Source: Kingma & Ba, "Adam: a method for stochastic optimization" (ICLR, 2015), algorithm 1.
"""

import math

import numpy as np

from . import _adam

Vectors = tuple[np.ndarray, np.ndarray, np.ndarray]


def adam_step(
    w: np.ndarray, m: np.ndarray, v: np.ndarray, g: np.ndarray,
    t: int, lr: float, b1: float, b2: float, eps: float,
) -> Vectors:  # fmt: skip
    """The weights and both moments, uncorrected, after step number ``t``.

    Shapes: ``(d),(d),(d),(d),(),(),(),(),()->(d),(d),(d)``; t >= 1, eps > 0, 0 <= b1, b2 < 1, v >= 0.

    Raises:
        ValueError: if the vectors differ in length.

    """
    w, m, v = w.copy(), m.copy(), v.copy()
    try:
        _adam.step_in_place(w, m, v, g, t, lr, b1, b2, eps)
    except TypeError:  # compiled only for writable float64 arrays in C order
        w, m, v, g = (np.array(each, dtype=np.float64) for each in (w, m, v, g))
        _adam.step_in_place(w, m, v, g, int(t), float(lr), float(b1), float(b2), float(eps))
    return w, m, v


def adam_step_numpy(
    w: np.ndarray, m: np.ndarray, v: np.ndarray, g: np.ndarray,
    t: int, lr: float, b1: float, b2: float, eps: float,
) -> Vectors:  # fmt: skip
    """Return m and v as they are: only the step uses the values with the bias corrected."""
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_by_differences(
    w: np.ndarray, m: np.ndarray, v: np.ndarray, g: np.ndarray,
    t: int, lr: float, b1: float, b2: float, eps: float,
) -> Vectors:  # fmt: skip
    """The same, with each moment moved part of the way to its new value, and corrections as powers of e."""
    new_m = m + (1.0 - b1) * (g - m)
    new_v = v + (1.0 - b2) * (np.square(g) - v)
    c1, c2 = (-math.expm1(t * math.log(b)) if b else 1.0 for b in (b1, b2))
    root = np.sqrt(new_v / c2)
    return w - np.divide(lr / c1 * new_m, root + eps), new_m, new_v


def adam_step_loop(
    w: np.ndarray, m: np.ndarray, v: np.ndarray, g: np.ndarray,
    t: int, lr: float, b1: float, b2: float, eps: float,
) -> Vectors:  # fmt: skip
    """The same, one weight after the other, in plain Python."""
    new_w, new_m, new_v = np.zeros(len(w)), np.zeros(len(w)), np.zeros(len(w))
    for i, (weight, mean, square, slope) in enumerate(zip(*(a.tolist() for a in (w, m, v, g)), strict=True)):
        mean = slope + b1 * (mean - slope)
        square = slope * slope + b2 * (square - slope * slope)
        step = mean / (1.0 - b1**t) / (math.sqrt(max(square, 0.0) / (1.0 - b2**t)) + eps)
        new_w[i], new_m[i], new_v[i] = weight - lr * step, mean, square
    return new_w, new_m, new_v


def adam_step_folded(
    w: np.ndarray, m: np.ndarray, v: np.ndarray, g: np.ndarray,
    t: int, lr: float, b1: float, b2: float, eps: float,
) -> Vectors:  # fmt: skip
    """The same with both corrections in the rate and in epsilon (Kingma & Ba, just before section 2.1)."""
    m, v = (np.array([b, 1.0 - b]) @ np.stack(pair) for b, pair in ((b1, (m, g)), (b2, (v, g * g))))
    root = math.sqrt(1.0 - b2**t)
    return w - lr * root / (1.0 - b1**t) * m / (v**0.5 + eps * root), m, v
