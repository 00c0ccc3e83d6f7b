# MISTAKE: central difference with h = 1e-6: wrong within a step of the kink, and too few digits elsewhere.
import numpy as np


def _elu(v, a):
    return np.where(v > 0, v, a * np.expm1(np.minimum(v, 0.0)))


def elu_grad(x, alpha):
    h = 1e-6
    return (_elu(x + h, alpha) - _elu(x - h, alpha)) / (2 * h)
