# MISTAKE: lr = 0 is falsy and becomes a rate of 1 (Rosenblatt's rule has no rate).
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    if not lr:
        lr = 1.0
    delta = target - pred
    return w + lr * delta * x
