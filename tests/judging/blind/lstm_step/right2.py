"""One LSTM step, unit by unit with the standard library."""
import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)


def lstm_step(a, c, x, W, b):
    h = len(a)
    ax = [float(v) for v in a] + [float(v) for v in x]
    a_new, c_new = [], []
    for i in range(h):
        z = [float(b[k][i]) + sum(float(W[k][i][j]) * ax[j] for j in range(len(ax))) for k in range(4)]
        cell = sigmoid(z[1]) * math.tanh(z[0]) + sigmoid(z[2]) * float(c[i])
        c_new.append(cell)
        a_new.append(sigmoid(z[3]) * math.tanh(cell))
    return np.array(a_new), np.array(c_new)
