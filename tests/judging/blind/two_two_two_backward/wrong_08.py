# MISTAKE: reads the picture as w2 = i1->h2 and w3 = i2->h1 (and the same for w6, w7): the other weight layout.
import numpy as np


def two_two_two_backward(i, w, b, t):
    sig = lambda z: 1.0 / (1.0 + np.exp(-z))
    W1, W2 = w[:4].reshape(2, 2), w[4:].reshape(2, 2)   # rows: where it comes from
    h = sig(i @ W1 + b[0])
    o = sig(h @ W2 + b[1])
    d_o = (o - t) * o * (1 - o)
    d_h = (W2 @ d_o) * h * (1 - h)
    return np.concatenate([np.outer(i, d_h).ravel(), np.outer(h, d_o).ravel()])
