# MISTAKE: returns a column of shape (3, 1) instead of (3,) - "a gradient is a column vector".
import numpy as np


def graph_backward(x, y, z, g):
    J = np.array([[z], [z], [x + y]], dtype=float)
    return J * g
