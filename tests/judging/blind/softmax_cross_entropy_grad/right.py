import math

import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    n, k = Z.shape
    G = np.zeros((n, k))
    for i in range(n):
        m = max(Z[i, j] for j in range(k))
        e = [math.exp(Z[i, j] - m) for j in range(k)]
        s = sum(e)
        for j in range(k):
            G[i, j] = (e[j] / s - Y[i, j]) / n
    return G
