# MISTAKE: near 0 uses e^x = 1 + x (for |x| < 1e-3): only six digits.
import math
import numpy as np


def elu_grad(x, alpha):
    g = np.empty_like(x)
    for i, v in enumerate(x):
        if v > 0:
            g[i] = 1.0
        elif v > -1e-3:
            g[i] = alpha * (1.0 + v)
        else:
            g[i] = alpha * math.exp(v)
    return g
