# MISTAKE: changes the caller's w in place (the returned values are right).
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    for i in range(len(w)):
        w[i] += lr * (target - pred) * x[i]
    return w
