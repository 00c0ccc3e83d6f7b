# MISTAKE: rounds the new weights to four decimals to get rid of 0.7000000000000001.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    new = w + lr * (target - pred) * x
    return np.round(new, 4)
