# MISTAKE: averages over the paths instead of adding them up.
import numpy as np


def multi_path_chain(A, g):
    h, d = A.shape
    if h == 0:
        return np.zeros(d)
    return np.mean(g[:, None] * A, axis=0)
