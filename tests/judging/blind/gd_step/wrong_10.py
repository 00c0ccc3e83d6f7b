# MISTAKE: stacks columns and squeezes them away; for d = 1 the result is a 0-d array, not shape (1,).
import numpy as np


def gd_step(w, g, lr):
    w = w.reshape(-1, 1)
    g = g.reshape(-1, 1)
    return np.squeeze(w - lr * g)
