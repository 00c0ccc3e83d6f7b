# MISTAKE: tanh as (e^2x - 1) / (e^2x + 1) is inf/inf = NaN for x above 355.
import numpy as np


def tanh_grad(x):
    e2 = np.exp(2 * x)
    t = (e2 - 1) / (e2 + 1)
    return 1 - t ** 2
