# MISTAKE: overwrites x with tanh x (out=x).
import numpy as np


def tanh_grad(x):
    t = np.tanh(x, out=x)
    return 1.0 - t * t
