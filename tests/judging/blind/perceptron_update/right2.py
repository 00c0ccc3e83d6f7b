# Honest answer, vectorised.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    return w + lr * (target - pred) * x
