# MISTAKE: stores the sigmoid back into x, so the argument is changed.
import numpy as np


def sigmoid_grad(x):
    x[:] = 1.0 / (1.0 + np.exp(-x))
    return x * (1.0 - x)
