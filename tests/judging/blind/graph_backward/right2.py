# Honest answer, one line.
import numpy as np


def graph_backward(x, y, z, g):
    return g * np.array([z, z, x + y], dtype=np.float64)
