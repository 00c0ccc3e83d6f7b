# MISTAKE: uses Y as the place for the result, so the labels are destroyed.
import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    E = np.exp(Z - np.max(Z, axis=1)[:, np.newaxis])
    P = E / np.sum(E, axis=1)[:, np.newaxis]
    np.subtract(P, Y, out=Y)
    return Y / len(Y)
