# MISTAKE: returns the (n, n) diagonal Jacobian instead of the vector.
import numpy as np


def sigmoid_grad(x):
    s = 1.0 / (1.0 + np.exp(-x))
    return np.diag(s * (1.0 - s))
