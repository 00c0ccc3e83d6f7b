# MISTAKE: "lr or 0.01" - a learning rate of 0 is falsy and silently becomes the default.
import numpy as np


def gd_step(w, g, lr):
    eta = lr or 0.01
    out = np.empty(w.shape)
    for k in range(w.size):
        out[k] = w[k] - eta * g[k]
    return out
