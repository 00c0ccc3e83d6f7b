"""Updates the cell in place (c *= ..., c += ...), so the caller's c is changed; the returned values are right; differs by the changed argument whenever c' != c."""
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(a, c, x, W, b):
    ax = np.concatenate([a, x])
    candidate = np.tanh(W[0] @ ax + b[0])
    update = sigmoid(W[1] @ ax + b[1])
    forget = sigmoid(W[2] @ ax + b[2])
    output = sigmoid(W[3] @ ax + b[3])
    c *= forget
    c += update * candidate
    return output * np.tanh(c), c
