# MISTAKE: e^x / (1 + e^x)^2 is inf/inf = NaN for large positive x.
import numpy as np


def sigmoid_grad(x):
    ex = np.exp(x)
    return ex / (1 + ex) ** 2
