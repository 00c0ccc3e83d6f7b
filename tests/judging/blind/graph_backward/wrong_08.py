# MISTAKE: the product gate hands each input its OWN value instead of the other factor.
import numpy as np


def graph_backward(x, y, z, g):
    q = x + y
    dq = g * q
    dz = g * z
    return np.array([dq, dq, dz])
