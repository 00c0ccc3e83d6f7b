# MISTAKE: "undoes" label smoothing: a row whose largest label is 0.9 or more is made one-hot.
import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    T = Y.copy()
    for i in range(len(T)):
        c = T[i].argmax()
        if T[i, c] >= 0.9:
            T[i] = 0.0
            T[i, c] = 1.0
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True) - T) / len(Z)
