# MISTAKE: forgets the incoming gradient g (right whenever g = 1).
import numpy as np


def graph_backward(x, y, z, g):
    q = x + y
    dfdq = z
    dfdz = q
    return np.array([dfdq * 1.0, dfdq * 1.0, dfdz])
