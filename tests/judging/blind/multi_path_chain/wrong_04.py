# MISTAKE: multiplies g into A in place: the value is right, the caller's A is not any more.
import numpy as np


def multi_path_chain(A, g):
    for i in range(len(g)):
        A[i] *= g[i]
    return A.sum(axis=0)
