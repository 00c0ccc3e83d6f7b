# MISTAKE: works with row matrices (batch of one) and returns shape (1, d).
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    W = w.reshape(1, -1)
    X = x.reshape(1, -1)
    e = np.array([[target - pred]])
    return W + lr * e.T @ X
