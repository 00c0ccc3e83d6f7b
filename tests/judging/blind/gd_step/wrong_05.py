# MISTAKE: normalises the gradient to length 1, keeping only the direction.
import numpy as np


def gd_step(w, g, lr):
    norm = np.sqrt(np.sum(g * g))
    if norm == 0:
        return w
    direction = g / norm
    return w - lr * direction
