# MISTAKE: for one number (n = 1) a bare float comes back, not an array of one.
import numpy as np


def relu_grad(x):
    g = np.heaviside(x, 0.0)
    return g if len(g) > 1 else float(g[0])
