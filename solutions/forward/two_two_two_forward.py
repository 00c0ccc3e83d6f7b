"""The values and the error of a network with two inputs, two hidden units and two outputs.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1.
"""

import math

import numpy as np


def two_two_two_forward(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """The hidden values, the outputs and E = 1/2 sum (t - out)^2.

    Shapes: ``(2),(8),(2),(2)->(5)``; b[0] is the hidden layer's bias, b[1] that of the outputs.
    """
    i1, i2 = i.tolist()
    w1, w2, w3, w4, w5, w6, w7, w8 = w.tolist()
    hidden_bias, output_bias = b.tolist()
    t1, t2 = t.tolist()
    h1 = _logistic(w1 * i1 + w2 * i2 + hidden_bias)
    h2 = _logistic(w3 * i1 + w4 * i2 + hidden_bias)
    o1 = _logistic(w5 * h1 + w6 * h2 + output_bias)
    o2 = _logistic(w7 * h1 + w8 * h2 + output_bias)
    return np.array((h1, h2, o1, o2, 0.5 * (t1 - o1) ** 2 + 0.5 * (t2 - o2) ** 2))


def two_two_two_forward_numpy(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Use matrices with a row for each unit: the weights of a unit are next to each other in `w`."""
    h = _sigmoid(w[:4].reshape(2, 2) @ i + b[0])
    o = _sigmoid(w[4:].reshape(2, 2) @ h + b[1])
    return np.concatenate([h, o, [np.sum((t - o) ** 2) / 2]])


def two_two_two_forward_as_layers(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """The same as two dense layers with a column for each unit, on a batch of one sample."""
    values = [np.atleast_2d(i)]
    for weights, bias in zip((w[:4], w[4:]), b, strict=True):
        Z = values[-1] @ np.array([weights[:2], weights[2:]], np.float64).T + bias
        values.append(np.exp(-np.logaddexp(0.0, -Z)))
    error = np.mean((values[2] - t) ** 2)  # the mean of two squares is half of their sum
    return np.concatenate([*values[1:], [[error]]], axis=1)[0]


def two_two_two_forward_unit_by_unit(
    i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray
) -> np.ndarray:
    """The same, one unit after the other, in the order of their weights."""
    before, values, weights = i.tolist(), [], iter(w.tolist())
    for bias in b.tolist():
        layer = [_logistic(math.fsum([next(weights) * value for value in before] + [bias])) for _ in (1, 2)]
        values += layer
        before = layer
    error = sum((out - target) ** 2 for out, target in zip(before, t.tolist(), strict=True)) / 2
    return np.array([*values, error])


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)), written so that nothing overflows; shapes: ``(n)->(n)``."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))
