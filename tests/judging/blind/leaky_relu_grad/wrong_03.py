# MISTAKE: int() cuts 0.5 down to 0, so numbers between 0 and 1 get the leak.
import numpy as np


def leaky_relu_grad(x):
    out = np.zeros(len(x))
    for i in range(len(x)):
        v = int(x[i])
        out[i] = 1.0 if v > 0 else 0.01
    return out
