# Honest answer: every weight by itself.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    error = int(target) - int(pred)
    new_w = []
    for wi, xi in zip(w, x):
        new_w.append(float(wi) + lr * error * float(xi))
    return np.array(new_w)
