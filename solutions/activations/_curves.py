"""The compiled sigmoid and the derivatives: one pass over the array, no branch inside the loop.

Adding to an exponential never cancels digits here, so the tails keep their relative precision.
"""

from collections.abc import Callable

import numpy as np

from gradkata.jit import FUSED, kernel

from ..sequences._lstm import _expm1 as expm1

_LAST = 708.0  # beyond it `expm1` keeps the value that it has here, and the results are 0


def along(curve: Callable[..., np.ndarray], x: np.ndarray, *parameters: float) -> np.ndarray:
    """``curve(x, *parameters)`` for an array of any dtype and layout; shapes: ``(n)->(n)``, float64."""
    try:
        return curve(x, *parameters)
    except TypeError:  # compiled only for writable float64 arrays in C order
        return curve(np.array(x, dtype=np.float64, order="C"), *parameters)


@kernel("f8[::1](f8[::1])", flags=FUSED)
def sigmoid(x):
    out = np.empty(len(x))
    for i in range(len(x)):
        value = 1.0 / (2.0 + expm1(-x[i]))
        out[i] = 0.0 if x[i] < -_LAST else value
    return out


@kernel("f8[::1](f8[::1])", flags=FUSED)
def sigmoid_grad(x):
    out = np.empty(len(x))
    for i in range(len(x)):
        lower = 1.0 / (2.0 + expm1(abs(x[i])))  # the sigmoid of -|x|, which is the smaller factor
        out[i] = 0.0 if abs(x[i]) > _LAST else lower * (1.0 - lower)
    return out


@kernel("f8[::1](f8[::1])", flags=FUSED)
def tanh_grad(x):
    out = np.empty(len(x))
    for i in range(len(x)):
        lower = 1.0 / (2.0 + expm1(2.0 * abs(x[i])))
        out[i] = 0.0 if abs(x[i]) > 0.5 * _LAST else 4.0 * lower * (1.0 - lower)
    return out


@kernel("f8[::1](f8[::1], f8, f8)")
def step(x, below, above):
    out = np.empty(len(x))
    for i in range(len(x)):
        out[i] = above if x[i] > 0.0 else below
    return out


@kernel("f8[::1](f8[::1], f8)", flags=FUSED)
def elu_grad(x, alpha):
    out = np.empty(len(x))
    for i in range(len(x)):
        below = 0.0 if x[i] < -_LAST else alpha / (1.0 + expm1(abs(x[i])))
        out[i] = 1.0 if x[i] > 0.0 else below
    return out
