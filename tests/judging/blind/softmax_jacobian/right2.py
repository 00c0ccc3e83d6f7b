import numpy as np


def softmax_jacobian(z):
    p = np.exp(z - np.max(z))
    p /= p.sum()
    return p[:, None] * (np.eye(p.size) - p[None, :])
