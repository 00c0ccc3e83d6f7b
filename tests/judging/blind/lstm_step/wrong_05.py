"""Writes the sigmoid as e^z / (1 + e^z), which is inf/inf = NaN for a large positive gate; differs when a gate's pre-activation exceeds about 710, e.g. a bias of 1000."""
import numpy as np


def sigmoid(z):
    e = np.exp(z)
    return e / (1 + e)


def lstm_step(a, c, x, W, b):
    ax = np.concatenate([a, x], axis=0)
    pre = np.matmul(W, ax) + b
    c_tilde = np.tanh(pre[0])
    u, f, o = sigmoid(pre[1]), sigmoid(pre[2]), sigmoid(pre[3])
    c_next = u * c_tilde + f * c
    return o * np.tanh(c_next), c_next
