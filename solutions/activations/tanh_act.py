"""The hyperbolic tangent.

Source: Abramowitz & Stegun, "Handbook of Mathematical Functions" (1964), section 4.5; as an
activation: LeCun et al., "Efficient BackProp" (1998), section 4.4.
"""

import math

import numpy as np


def tanh_act(x: np.ndarray) -> np.ndarray:
    """The hyperbolic tangent of every entry.

    Shapes: ``(n)->(n)``, float64; n may be 0, and x infinite.
    """
    return np.tanh(x, dtype=np.float64)


def tanh_act_numpy(x: np.ndarray) -> np.ndarray:
    """Use e^(-2|x|) on both sides of 0: it is at most 1, so nothing overflows, and the sign comes back at the end."""
    decay = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - decay) / (1 + decay)


def tanh_act_near_0(x: np.ndarray) -> np.ndarray:
    """The same with e^(-2|x|) - 1 computed at once, so that no digits cancel for small numbers."""
    loss = np.expm1(-2 * np.abs(x))
    return np.copysign(loss / (2 + loss), x)


def tanh_act_from_sigmoid(x: np.ndarray) -> np.ndarray:
    """The same as a sigmoid, stretched; an overflow to infinity gives the right limit, -1."""
    with np.errstate(over="ignore"):
        return 2 / (1 + np.exp(-2 * x)) - 1


def tanh_act_clipped(x: np.ndarray) -> np.ndarray:
    """The same by the definition: beyond 20 the value is 1 to the last digit, so that larger numbers are not needed."""
    x = np.clip(x, -20.0, 20.0)
    up, down = np.exp(x), np.exp(-x)
    return (up - down) / (up + down)


def tanh_act_loop(x: np.ndarray) -> np.ndarray:
    """The same, one number after the other, in plain Python."""
    return np.array([_tanh(value) for value in x.tolist()], dtype=np.float64)


def _tanh(x: float) -> float:
    if x < 0:
        return -_tanh(-x)
    decay = math.exp(-2 * x)
    return (1 - decay) / (1 + decay)
