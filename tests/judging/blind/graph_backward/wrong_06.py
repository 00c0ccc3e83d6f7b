# MISTAKE: stores the local derivatives in an integer array, so fractions are cut off (the example has whole numbers).
import numpy as np


def graph_backward(x, y, z, g):
    local = np.zeros(3, dtype=int)
    local[0] = z
    local[1] = z
    local[2] = x + y
    return local * g
