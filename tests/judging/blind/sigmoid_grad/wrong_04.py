# MISTAKE: break instead of continue: everything after the first far-out entry stays 0.
import math
import numpy as np


def sigmoid_grad(x):
    g = np.zeros(len(x))
    for i, v in enumerate(x):
        if abs(v) > 700:
            break                   # exp would overflow, slope is 0 there
        s = 1 / (1 + math.exp(-v))
        g[i] = s * (1 - s)
    return g
