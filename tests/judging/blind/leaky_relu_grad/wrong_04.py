# MISTAKE: float32: its 0.01 is 0.0099999998, only seven digits.
import numpy as np


def leaky_relu_grad(x):
    g = np.ones(x.shape, dtype=np.float32)
    g[x < 0] = 0.01
    return g
