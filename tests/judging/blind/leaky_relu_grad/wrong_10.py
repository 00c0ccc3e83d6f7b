# MISTAKE: makes a batch of it: shape (1, n) instead of (n,).
import numpy as np


def leaky_relu_grad(x):
    x = np.atleast_2d(x)
    return 0.505 + 0.495 * np.sign(x)
