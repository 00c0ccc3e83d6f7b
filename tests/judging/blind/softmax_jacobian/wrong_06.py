# MISTAKE: k = 1 is treated as a sigmoid unit, s(1 - s), where the Jacobian is 0.
import math
import numpy as np


def softmax_jacobian(z):
    if len(z) == 1:
        s = 1 / (1 + math.exp(-z[0])) if z[0] > -700 else 0.0
        return np.array([[s * (1 - s)]])
    e = np.exp(z - max(z))
    p = e / sum(e)
    J = -np.outer(p, p)
    for i in range(len(p)):
        J[i, i] = p[i] * (1 - p[i])
    return J
