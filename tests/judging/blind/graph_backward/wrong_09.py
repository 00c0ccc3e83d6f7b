# MISTAKE: the addition gate is said to split the gradient evenly between its two inputs (factor 1/2).
import numpy as np


def graph_backward(x, y, z, g):
    q = x + y
    dq = g * z
    dz = g * q
    # both inputs share what arrives at the plus
    return np.array([dq / 2, dq / 2, dz])
