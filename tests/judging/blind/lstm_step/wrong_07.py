"""Loops over the units and writes each new activation into the (copied) vector the later units still read; differs for h >= 2 when a later unit has a nonzero recurrent weight on an earlier one; right for h = 1."""
import numpy as np


def lstm_step(a, c, x, W, b):
    a = np.array(a, dtype=float)
    c = np.array(c, dtype=float)
    for i in range(len(a)):
        ax = np.concatenate([a, x])
        z = [W[k, i] @ ax + b[k, i] for k in range(4)]
        u, f, o = [1 / (1 + np.exp(-t)) for t in z[1:]]
        c[i] = u * np.tanh(z[0]) + f * c[i]
        a[i] = o * np.tanh(c[i])
    return a, c
