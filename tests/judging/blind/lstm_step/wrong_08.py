"""Adds 1 to the forget gate's bias, as some frameworks do (forget_bias=1.0); differs whenever c != 0 and the forget gate is not saturated, e.g. on the statement's example (c = 2)."""
import numpy as np


def lstm_step(a, c, x, W, b, forget_bias=1.0):
    """Return the activation and the cell after one step, as two vectors."""
    def sigmoid(v):
        return np.where(v >= 0, 1 / (1 + np.exp(-np.abs(v))), np.exp(-np.abs(v)) / (1 + np.exp(-np.abs(v))))

    ax = np.concatenate([a, x])
    candidate, update, forget, output = (W @ ax) + b
    c_next = sigmoid(update) * np.tanh(candidate) + sigmoid(forget + forget_bias) * c
    a_next = sigmoid(output) * np.tanh(c_next)
    return a_next, c_next
