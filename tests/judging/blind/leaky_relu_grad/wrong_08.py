# MISTAKE: range(n - 1) skips the last entry, which always keeps 0.01.
import numpy as np


def leaky_relu_grad(x):
    n = x.shape[0]
    d = np.full(n, 0.01)
    for i in range(n - 1):
        if x[i] > 0:
            d[i] = 1
    return d
