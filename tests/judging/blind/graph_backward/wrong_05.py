# MISTAKE: numeric forward differences; far fewer than nine digits at values like 1000.
import numpy as np


def graph_backward(x, y, z, g):
    def f(a, b, c):
        return (a + b) * c

    h = 1e-7
    f0 = f(x, y, z)
    dx = (f(x + h, y, z) - f0) / h
    dy = (f(x, y + h, z) - f0) / h
    dz = (f(x, y, z + h) - f0) / h
    return np.array([g * dx, g * dy, g * dz])
