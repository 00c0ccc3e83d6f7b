# MISTAKE: sets the slope to 0 wherever |x| > 6 because the unit "is saturated" (it is still 0.0009 at 7).
import numpy as np


def sigmoid_grad(x):
    inside = np.abs(x) <= 6
    s = 1 / (1 + np.exp(-np.where(inside, x, 0.0)))
    return np.where(inside, s * (1 - s), 0.0)
