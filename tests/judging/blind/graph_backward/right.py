# Honest answer: forward, then backward node by node, as on the blackboard.
import numpy as np


def graph_backward(x, y, z, g):
    # forward
    q = x + y
    # backward through the product
    dq = g * z
    dz = g * q
    # backward through the sum: it passes the gradient on unchanged
    dx = dq * 1.0
    dy = dq * 1.0
    return np.array([dx, dy, dz], dtype=float)
