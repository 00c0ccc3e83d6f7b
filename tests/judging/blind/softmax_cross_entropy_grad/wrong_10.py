# MISTAKE: only the hard class is subtracted (P[i, argmax Y] -= 1, the CS231n recipe): wrong for soft labels.
import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    n = Z.shape[0]
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    P[np.arange(n), np.argmax(Y, axis=1)] -= 1
    return P / n
