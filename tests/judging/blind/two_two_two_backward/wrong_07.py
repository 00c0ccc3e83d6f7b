# MISTAKE: first updates w5..w8 (rate 0.5, as in Mazur's text) and then sends the error back through the NEW weights.
import numpy as np


def two_two_two_backward(i, w, b, t):
    sig = lambda z: 1.0 / (1.0 + np.exp(-z))
    w = w.copy()
    W1, W2 = w[:4].reshape(2, 2), w[4:].reshape(2, 2)
    h = sig(W1 @ i + b[0])
    o = sig(W2 @ h + b[1])
    d_o = (o - t) * o * (1 - o)
    dW2 = np.outer(d_o, h)
    W2 -= 0.5 * dW2
    d_h = (W2.T @ d_o) * h * (1 - h)
    dW1 = np.outer(d_h, i)
    return np.concatenate([dW1.ravel(), dW2.ravel()])
