# MISTAKE: central difference with h = 1e-3 instead of the formula: six digits.
import numpy as np


def tanh_grad(x):
    h = 1e-3
    return (np.tanh(x + h) - np.tanh(x - h)) / (2 * h)
