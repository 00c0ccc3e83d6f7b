# MISTAKE: moves only the weights of "active" inputs, x_i > 0; negative inputs are skipped.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    new = w.copy()
    for i in range(len(x)):
        if x[i] > 0:                 # only inputs that fired are to blame
            new[i] = w[i] + lr * (target - pred) * x[i]
    return new
