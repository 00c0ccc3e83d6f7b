# MISTAKE: (o - t) instead of (t - o): moves away from the right answer.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    error = pred - target
    return w + lr * error * x
