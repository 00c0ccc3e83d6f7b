# MISTAKE: takes x for the unit's output (x + alpha) when no entry lies below -alpha.
import numpy as np


def elu_grad(x, alpha):
    if np.all(x > -alpha):
        y = x
    else:
        y = np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))
    return np.where(y > 0, 1.0, y + alpha)
