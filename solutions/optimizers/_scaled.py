"""The compiled steps with one vector beside the weights: one pass over memory, while NumPy makes five or more."""

import math
from collections.abc import Callable

import numpy as np

from gradkata.jit import FUSED, kernel


def after(
    step: Callable[..., None], w: np.ndarray, s: np.ndarray, g: np.ndarray, *parameters: float
) -> tuple[np.ndarray, np.ndarray]:
    """Copies of ``w`` and ``s`` after the step, for arrays of any dtype and layout; shapes: ``(d),(d),(d)->(d),(d)``.

    Raises:
        ValueError: if the vectors differ in length.

    """
    w, s = w.copy(), s.copy()
    try:
        step(w, s, g, *parameters)
    except TypeError:  # compiled only for writable float64 arrays in C order
        w, s, g = (np.array(each, dtype=np.float64) for each in (w, s, g))
        step(w, s, g, *map(float, parameters))
    return w, s


@kernel()
def _check(w, s, g):
    if len(s) != len(w) or len(g) != len(w):
        raise ValueError("the shapes are not (d),(d),(d)")


@kernel("void(f8[::1], f8[::1], f8[::1], f8, f8)", flags=FUSED)
def adagrad(w, s, g, lr, eps):
    _check(w, s, g)
    for i in range(len(w)):
        s[i] += g[i] * g[i]
        w[i] -= lr * g[i] / math.sqrt(s[i] + eps)


@kernel("void(f8[::1], f8[::1], f8[::1], f8, f8, f8)", flags=FUSED)
def rmsprop(w, s, g, lr, gamma, eps):
    _check(w, s, g)
    for i in range(len(w)):
        s[i] = gamma * s[i] + (1.0 - gamma) * (g[i] * g[i])
        w[i] -= lr * g[i] / (math.sqrt(s[i]) + eps)


@kernel("void(f8[::1], f8[::1], f8[::1], f8, f8)", flags=FUSED)
def momentum(w, v, g, lr, gamma):
    _check(w, v, g)
    for i in range(len(w)):
        v[i] = gamma * v[i] + (1.0 - gamma) * g[i]
        w[i] -= lr * v[i]
