# MISTAKE: works in place to save memory, so the caller's x is overwritten.
import numpy as np


def sigmoid(x):
    np.negative(x, out=x)
    np.exp(x, out=x)
    x += 1.0
    return 1.0 / x
