# MISTAKE: builds the error with "t -= o", which changes the caller's targets.
import numpy as np


def two_two_two_backward(i, w, b, t):
    def sig(z):
        return 1.0 / (1.0 + np.exp(-z))

    V, U = w[:4].reshape(2, 2), w[4:].reshape(2, 2)
    h = sig(V @ i + b[0])
    o = sig(U @ h + b[1])
    t -= o
    err = -t
    d_o = err * o * (1 - o)
    d_h = (U.T @ d_o) * h * (1 - h)
    return np.hstack([np.outer(d_h, i).ravel(), np.outer(d_o, h).ravel()])
