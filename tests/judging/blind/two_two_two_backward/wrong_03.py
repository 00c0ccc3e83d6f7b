# MISTAKE: sigmoid as e^z / (1 + e^z): inf / inf = NaN for large positive z.
import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def two_two_two_backward(i, w, b, t):
    W1 = w[0:4].reshape(2, 2)
    W2 = w[4:8].reshape(2, 2)
    h = sigmoid(np.dot(W1, i) + b[0])
    o = sigmoid(np.dot(W2, h) + b[1])
    do = (o - t) * o * (1 - o)
    dh = np.dot(W2.T, do) * h * (1 - h)
    dW1 = np.outer(dh, i)
    dW2 = np.outer(do, h)
    return np.concatenate((dW1.flatten(), dW2.flatten()))
