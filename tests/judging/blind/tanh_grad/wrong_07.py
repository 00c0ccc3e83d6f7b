# MISTAKE: np.vectorize takes the type of the first answer; if the first x is far out, that is the int 0 and all slopes are cut to ints.
import math
import numpy as np


def one(v):
    if abs(v) > 20:
        return 0
    return 1.0 - math.tanh(v) ** 2


def tanh_grad(x):
    return np.vectorize(one)(x)
