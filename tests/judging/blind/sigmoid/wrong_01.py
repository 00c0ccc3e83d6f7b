# MISTAKE: e^x / (1 + e^x) overflows on the right: inf/inf = NaN above 709 (only x = inf itself was patched).
import numpy as np


def sigmoid(x):
    e = np.exp(x)
    s = e / (1.0 + e)
    s[x == np.inf] = 1.0
    return s
