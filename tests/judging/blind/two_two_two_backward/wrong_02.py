# MISTAKE: backward through W2 without the transpose, so w6 and w7 change places.
import numpy as np


def two_two_two_backward(i, w, b, t):
    sig = lambda z: 1.0 / (1.0 + np.exp(-z))
    W1, W2 = w[:4].reshape(2, 2), w[4:].reshape(2, 2)
    h = sig(W1 @ i + b[0])
    o = sig(W2 @ h + b[1])
    delta_o = (o - t) * o * (1 - o)
    delta_h = (W2 @ delta_o) * h * (1 - h)
    return np.r_[np.outer(delta_h, i).ravel(), np.outer(delta_o, h).ravel()]
