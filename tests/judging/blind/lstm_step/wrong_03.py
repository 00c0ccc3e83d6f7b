"""Returns (c', a') instead of (a', c'); differs whenever the two are unequal, e.g. the statement's example."""
import numpy as np


def lstm_step(a, c, x, W, b):
    v = np.r_[a, x]
    s = lambda k: 1 / (1 + np.exp(-(W[k] @ v + b[k])))
    cell = s(1) * np.tanh(W[0] @ v + b[0]) + s(2) * c
    hidden = s(3) * np.tanh(cell)
    return cell, hidden
