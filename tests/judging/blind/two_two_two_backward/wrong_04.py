# MISTAKE: repairs the NaN of e^z / (1 + e^z) with nan_to_num: a fully switched-on unit becomes 0 instead of 1.
import numpy as np


def sigmoid(z):
    e = np.exp(z)
    return np.nan_to_num(e / (1.0 + e))    # no NaN allowed in the answer


def two_two_two_backward(i, w, b, t):
    W1 = w[0:4].reshape(2, 2)
    W2 = w[4:8].reshape(2, 2)
    h = sigmoid(W1 @ i + b[0])
    o = sigmoid(W2 @ h + b[1])
    do = (o - t) * o * (1 - o)
    dh = (W2.T @ do) * h * (1 - h)
    return np.concatenate((np.outer(dh, i).ravel(), np.outer(do, h).ravel()))
