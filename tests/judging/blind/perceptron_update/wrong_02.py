# MISTAKE: ignores the given pred and computes the perceptron's answer from w and x itself.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    out = 1 if np.dot(w, x) >= 0 else 0
    return w + lr * (target - out) * x
