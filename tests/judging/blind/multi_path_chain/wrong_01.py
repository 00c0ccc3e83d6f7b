# MISTAKE: tries A @ g first and transposes only if the shapes do not fit; wrong for square A.
import numpy as np


def multi_path_chain(A, g):
    if A.shape[1] == g.shape[0]:
        return A @ g
    return A.T @ g
