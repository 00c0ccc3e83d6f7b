# MISTAKE: reads tanh^2 x as tanh(x^2).
import numpy as np


def tanh_grad(x):
    return 1 - np.tanh(x ** 2)
