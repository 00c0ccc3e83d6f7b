# MISTAKE: loop starts at 1, so the first entry always keeps the initial 1.
import numpy as np


def relu_grad(x):
    n = len(x)
    g = np.ones(n)
    for i in range(1, n):
        if x[i] < 0:
            g[i] = 0.0
    return g
