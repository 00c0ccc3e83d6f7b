"""Shows the OLD cell: a' = output gate * tanh(c) instead of tanh(c'); differs whenever c' != c, e.g. the statement's example."""
import numpy as np


def _sigma(z):
    return 1.0 / (1.0 + np.exp(-z))


def lstm_step(a, c, x, W, b):
    inp = np.concatenate([a, x])
    cand = np.tanh(W[0] @ inp + b[0])
    up, forget, out = (_sigma(W[k] @ inp + b[k]) for k in (1, 2, 3))
    new_c = up * cand + forget * c
    new_a = out * np.tanh(c)
    return new_a, new_c
