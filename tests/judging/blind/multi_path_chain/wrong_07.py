# MISTAKE: a zero in A ("no path here") ends the inner loop with break where continue was meant.
import numpy as np


def multi_path_chain(A, g):
    h, d = A.shape
    out = [0.0] * d
    for j in range(d):
        for i in range(h):
            if A[i, j] == 0.0:
                break            # x_j does not feed this unit
            out[j] += g[i] * A[i, j]
    return out
