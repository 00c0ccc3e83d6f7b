# MISTAKE: no return where the answer was right: the function gives None instead of w.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    if target != pred:
        err = target - pred
        return w + lr * err * x
