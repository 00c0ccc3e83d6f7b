# MISTAKE: if all entries lie in [-1, 1] they are taken for outputs of tanh, 1 - x^2.
import numpy as np


def tanh_grad(x):
    y = x if np.abs(x).max() <= 1 else np.tanh(x)
    return 1 - y * y
