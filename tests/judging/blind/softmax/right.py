import math

import numpy as np


def softmax(Z):
    n, k = Z.shape
    P = np.zeros((n, k))
    for i in range(n):
        top = max(Z[i])
        total = 0.0
        for j in range(k):
            P[i, j] = math.exp(Z[i, j] - top)
            total += P[i, j]
        for j in range(k):
            P[i, j] /= total
    return P
