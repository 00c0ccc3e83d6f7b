"""Works with column vectors and returns shape (h, 1) instead of (h,); differs in shape on every input."""
import numpy as np


def lstm_step(a, c, x, W, b):
    a = a.reshape(-1, 1)
    c = c.reshape(-1, 1)
    x = x.reshape(-1, 1)
    ax = np.vstack([a, x])
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    ct = np.tanh(W[0] @ ax + b[0].reshape(-1, 1))
    gu = sigmoid(W[1] @ ax + b[1].reshape(-1, 1))
    gf = sigmoid(W[2] @ ax + b[2].reshape(-1, 1))
    go = sigmoid(W[3] @ ax + b[3].reshape(-1, 1))
    c = gu * ct + gf * c
    a = go * np.tanh(c)
    return a, c
