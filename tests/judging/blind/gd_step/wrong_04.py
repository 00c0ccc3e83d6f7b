# MISTAKE: clips the gradient to [-5, 5] "so that it does not explode" - the statement forbids clipping.
import numpy as np


def gd_step(w, g, lr):
    g = np.clip(g, -5.0, 5.0)
    return w - lr * g
