# MISTAKE: shifts by the largest entry, the softmax trick: other entries decide, and [1000, 0] ends in 0/0 = NaN.
import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    fin = x[np.isfinite(x)]
    m = fin.max() if fin.size else 0.0
    num = np.exp(x - m)
    s = num / (num + np.exp(-m))
    s[np.isposinf(x)] = 1.0
    s[np.isneginf(x)] = 0.0
    return s
