# MISTAKE: forward difference with h = 1e-8: fine near the kink, but the step drowns in rounding at 1000.
import numpy as np


def leaky(v):
    return np.maximum(v, 0.01 * v)


def leaky_relu_grad(x):
    h = 1e-8
    return (leaky(x + h) - leaky(x)) / h
