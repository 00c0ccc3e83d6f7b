import math

import numpy as np


def softmax_jacobian(z):
    k = len(z)
    # first the probabilities; take the largest logit away so that exp stays small
    biggest = max(z)
    e = [math.exp(v - biggest) for v in z]
    s = sum(e)
    p = [v / s for v in e]

    J = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            delta = 1.0 if i == j else 0.0
            J[i, j] = p[i] * (delta - p[j])
    return J
