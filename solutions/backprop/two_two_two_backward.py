"""The eight gradients of a network with two inputs, two hidden units and two outputs.

Source: Rumelhart, Hinton & Williams, "Learning representations by back-propagating errors" (Nature,
1986).
"""

import math

import numpy as np


def two_two_two_backward(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """The derivatives of E = 1/2 sum (t - out)^2 with respect to w1 ... w8, all at the given weights.

    Shapes: ``(2),(8),(2),(2)->(8)``; b[0] is the hidden layer's bias, b[1] that of the outputs.
    """
    i1, i2 = i.tolist()
    w1, w2, w3, w4, w5, w6, w7, w8 = w.tolist()
    hidden_bias, output_bias = b.tolist()
    t1, t2 = t.tolist()
    h1 = _logistic(w1 * i1 + w2 * i2 + hidden_bias)
    h2 = _logistic(w3 * i1 + w4 * i2 + hidden_bias)
    o1 = _logistic(w5 * h1 + w6 * h2 + output_bias)
    o2 = _logistic(w7 * h1 + w8 * h2 + output_bias)
    d1 = (o1 - t1) * o1 * (1.0 - o1)
    d2 = (o2 - t2) * o2 * (1.0 - o2)
    e1 = (d1 * w5 + d2 * w7) * h1 * (1.0 - h1)
    e2 = (d1 * w6 + d2 * w8) * h2 * (1.0 - h2)
    return np.array((e1 * i1, e1 * i2, e2 * i1, e2 * i2, d1 * h1, d1 * h2, d2 * h1, d2 * h2))


def two_two_two_backward_numpy(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Use matrices with a row for each unit: `delta_o @ W2` adds up what comes back to each hidden unit."""
    W1, W2 = w[:4].reshape(2, 2), w[4:].reshape(2, 2)
    h = _sigmoid(W1 @ i + b[0])
    o = _sigmoid(W2 @ h + b[1])
    delta_o = (o - t) * o * (1 - o)
    delta_h = (delta_o @ W2) * h * (1 - h)
    return np.concatenate([np.outer(delta_h, i).ravel(), np.outer(delta_o, h).ravel()])


def two_two_two_backward_paths(i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray) -> np.ndarray:
    """The same as a sum over every path from a weight to the error, in plain Python."""
    h = [_logistic(float(w[2 * j] * i[0] + w[2 * j + 1] * i[1] + b[0])) for j in (0, 1)]
    o = [_logistic(float(w[4 + 2 * k] * h[0] + w[5 + 2 * k] * h[1] + b[1])) for k in (0, 1)]
    gradient = [0.0] * 8
    for k in (0, 1):  # which output the path goes through
        into_o = -(float(t[k]) - o[k]) * (o[k] - o[k] ** 2)
        for j in (0, 1):  # and which hidden unit
            gradient[4 + 2 * k + j] += into_o * h[j]
            into_h = into_o * float(w[4 + 2 * k + j]) * (h[j] - h[j] ** 2)
            gradient[2 * j] += into_h * float(i[0])
            gradient[2 * j + 1] += into_h * float(i[1])
    return np.array(gradient)


def two_two_two_backward_forward_mode(
    i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray
) -> np.ndarray:
    """The same in forward mode: each value carries its derivatives with respect to all eight weights."""
    each = np.eye(8)
    h, dh = [], []
    for j in (0, 2):
        h.append(_sigmoid(w[j] * i[0] + w[j + 1] * i[1] + b[0]))
        dh.append(h[-1] * (1 - h[-1]) * (each[j] * i[0] + each[j + 1] * i[1]))
    gradient = np.zeros(8)
    for k, j in enumerate((4, 6)):
        o = _sigmoid(w[j] * h[0] + w[j + 1] * h[1] + b[1])
        dz = each[j] * h[0] + each[j + 1] * h[1] + w[j] * dh[0] + w[j + 1] * dh[1]
        gradient += (o - t[k]) * o * (1 - o) * dz
    return gradient


def two_two_two_backward_complex_step(
    i: np.ndarray, w: np.ndarray, b: np.ndarray, t: np.ndarray
) -> np.ndarray:
    """The same by a step of 1e-200 along the imaginary axis, which loses no digits."""
    steps = w.astype(np.complex128) + 1e-200j * np.eye(8)
    h = _sigmoid(steps[:, :4].reshape(8, 2, 2) @ i.astype(np.float64) + b[0])
    o = _sigmoid(np.einsum("nok,nk->no", steps[:, 4:].reshape(8, 2, 2), h) + b[1])
    error: np.ndarray = 0.5 * ((t - o) ** 2).sum(axis=1)
    return error.imag / 1e-200


def _sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)), written so that nothing overflows; shapes: ``(n)->(n)``."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))
