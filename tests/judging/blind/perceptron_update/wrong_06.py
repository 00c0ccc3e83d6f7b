# MISTAKE: keeps the weights between -1 and 1 by clipping after the update.
import numpy as np


def perceptron_update(w, x, target, pred, lr):
    if target == pred:
        return w
    w_new = w + lr * (target - pred) * x
    return np.clip(w_new, -1.0, 1.0)
