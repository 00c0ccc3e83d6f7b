# MISTAKE: forward difference with h = 1e-5: crosses the kink from -1e-6, and only ~8 digits at 1000.
import numpy as np


def relu_grad(x):
    h = 1e-5
    relu = lambda v: np.maximum(0.0, v)
    return (relu(x + h) - relu(x)) / h
