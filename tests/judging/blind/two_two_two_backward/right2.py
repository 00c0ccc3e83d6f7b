# Honest answer with two 2x2 matrices; sigma'(z) as sigma(z) sigma(-z).
import numpy as np


def _sig(z):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-z))


def two_two_two_backward(i, w, b, t):
    W1 = w[:4].reshape(2, 2)
    W2 = w[4:].reshape(2, 2)
    z1 = W1 @ i + b[0]
    h = _sig(z1)
    z2 = W2 @ h + b[1]
    o = _sig(z2)
    d2 = (o - t) * o * _sig(-z2)
    d1 = (W2.T @ d2) * h * _sig(-z1)
    return np.concatenate([np.outer(d1, i).ravel(), np.outer(d2, h).ravel()])
