# MISTAKE: collects the result in an int array; fractions are cut off (whole numbers in the example).
import numpy as np


def multi_path_chain(A, g):
    h, d = A.shape
    result = np.array([0] * d)
    for j in range(d):
        result[j] = sum(A[i, j] * g[i] for i in range(h))
    return result
