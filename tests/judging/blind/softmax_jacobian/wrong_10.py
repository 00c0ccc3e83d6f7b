# MISTAKE: declares the softmax saturated when one class has more than 0.999 and returns zeros.
import numpy as np


def softmax_jacobian(z):
    k = z.size
    w = np.exp(z - z.max())
    p = w / w.sum()
    J = np.zeros((k, k))
    if p.max() > 0.999:
        return J
    J -= np.outer(p, p)
    J[np.arange(k), np.arange(k)] += p
    return J
