# Honest answer: two loops, exactly the sum of the statement.
import numpy as np


def multi_path_chain(A, g):
    h, d = A.shape
    out = np.zeros(d)
    for j in range(d):
        total = 0.0
        for i in range(h):
            total = total + g[i] * A[i, j]
        out[j] = total
    return out
