"""Uses math.exp(-z) in plain Python, which raises OverflowError for a gate's pre-activation below about -710; differs e.g. for a bias of -1000 in any gate."""
import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def lstm_step(a, c, x, W, b):
    ax = list(a) + list(x)
    new_a = np.zeros(len(a))
    new_c = np.zeros(len(a))
    for i in range(len(a)):
        pre = []
        for k in range(4):
            s = b[k][i]
            for j in range(len(ax)):
                s += W[k][i][j] * ax[j]
            pre.append(s)
        new_c[i] = sigmoid(pre[1]) * math.tanh(pre[0]) + sigmoid(pre[2]) * c[i]
        new_a[i] = sigmoid(pre[3]) * math.tanh(new_c[i])
    return new_a, new_c
