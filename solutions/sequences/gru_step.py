"""One step of a gated recurrent unit.

Source: Chung, Gulcehre, Cho & Bengio, "Empirical evaluation of gated recurrent neural networks on sequence modeling"
(2014), section 3.2.
"""

import math

import numpy as np

from . import _recurrent


def gru_step(c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The new state: the old one, moved towards the candidate.

    Shapes: ``(h),(d),(3,h,h+d),(3,h)->(h)``; the rows of ``W`` and ``b`` are candidate, update, reset.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    c = c.copy()
    try:
        _recurrent.gated(c, x, W, b)
    except TypeError:  # compiled only for writable float64 arrays in C order
        c, x, W, b = (np.array(v, dtype=np.float64, order="C") for v in (c, x, W, b))
        _recurrent.gated(c, x, W, b)
    return c


def gru_step_numpy(c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Compute the gates first: the candidate needs the reset gate."""
    both = np.concatenate([c, x])
    update = _sigmoid(W[1] @ both + b[1])
    reset = _sigmoid(W[2] @ both + b[2])
    candidate = np.tanh(W[0] @ np.concatenate([reset * c, x]) + b[0])
    return update * candidate + (1 - update) * c


def gru_step_split(c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same with separate weights for the state and the input, and a gate that closes computed by itself."""
    h = len(c)
    old, new = W[:, :, :h], W[:, :, h:].dot(x) + b
    z = old[1].dot(c) + new[1]
    opens, closes = np.exp(-np.logaddexp(0.0, -z)), np.exp(-np.logaddexp(0.0, z))
    reset = np.exp(-np.logaddexp(0.0, -(old[2].dot(c) + new[2])))
    return np.multiply(opens, np.tanh(old[0].dot(reset * c) + new[0])) + np.multiply(closes, c)


def gru_step_loop(c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, one hidden unit after the other, in plain Python."""
    old, given = c.tolist(), x.tolist()
    weights, biases = W.tolist(), b.tolist()
    resets = [
        _logistic(_weighted(row, old + given, bias)) for row, bias in zip(weights[2], biases[2], strict=True)
    ]
    kept = [reset * value for reset, value in zip(resets, old, strict=True)]
    new = np.zeros(len(old))
    for i, value in enumerate(old):
        gate = _logistic(_weighted(weights[1][i], old + given, biases[1][i]))
        candidate = math.tanh(_weighted(weights[0][i], kept + given, biases[0][i]))
        new[i] = value + gate * (candidate - value)
    return new


def gru_step_einsum(c: np.ndarray, x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same with einsum, as a step from the old state towards the candidate."""
    z = np.einsum("ghk,k->gh", W[1:], np.hstack((c, x))) + b[1:]
    decay = np.exp(-np.abs(z))
    update, reset = np.where(z >= 0.0, 1.0, decay) / (1.0 + decay)
    candidate = np.tanh(np.einsum("hk,k->h", W[0], np.hstack((c * reset, x))) + b[0])
    return c + update * (candidate - c)


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)), written so that nothing overflows; shapes: ``(n)->(n)``."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))


def _weighted(weights: list[float], inputs: list[float], bias: float) -> float:
    return math.fsum([*(w * v for w, v in zip(weights, inputs, strict=True)), bias])
