# MISTAKE: replaces tanh x by x for |x| < 0.1 "for stability": the x^4 term is missing.
import numpy as np


def tanh_grad(x):
    t = np.where(np.abs(x) < 0.1, x, np.tanh(x))
    return 1.0 - t ** 2
