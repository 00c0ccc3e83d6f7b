# MISTAKE: g is multiplied onto the path through q only, dz stays df/dz without g.
import numpy as np


def graph_backward(x, y, z, g):
    q = x + y
    dq = z * g
    dz = q
    dx = dq
    dy = dq
    return np.array([dx, dy, dz])
