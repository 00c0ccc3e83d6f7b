"""Reads the rows in PyTorch's order (input, forget, candidate, output); differs for nearly all W, b whose first three rows are not alike, e.g. random ones."""
import numpy as np


def lstm_step(a, c, x, W, b):
    ax = np.concatenate((a, x))
    z = np.einsum("ghj,j->gh", W, ax) + b
    i, f, g, o = z
    sig = lambda t: 1.0 / (1.0 + np.exp(-t))
    c_new = sig(f) * c + sig(i) * np.tanh(g)
    a_new = sig(o) * np.tanh(c_new)
    return a_new, c_new
