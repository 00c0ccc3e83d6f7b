# MISTAKE: "=" instead of "+=": each path overwrites the one before, only the last path counts.
import numpy as np


def multi_path_chain(A, g):
    d = A.shape[1]
    grad = np.zeros(d)
    for i, gi in enumerate(g):
        for j in range(d):
            grad[j] = gi * A[i, j]
    return grad
