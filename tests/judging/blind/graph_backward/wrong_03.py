# MISTAKE: "if not g: g = 1" - a gradient of 0 is taken for a missing one.
import numpy as np


def graph_backward(x, y, z, g=None):
    if not g:
        g = 1.0      # start of backprop: df/df = 1
    return np.array([g * z, g * z, g * (x + y)])
