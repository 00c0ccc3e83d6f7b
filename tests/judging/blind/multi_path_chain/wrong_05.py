# MISTAKE: handles the two paths of the picture (N_0 and N_1) and no more; a third unit is ignored.
import numpy as np


def multi_path_chain(A, g):
    dx = np.zeros(A.shape[1])
    if len(g) > 0:
        dx = dx + A[0] * g[0]
    if len(g) > 1:
        dx = dx + A[1] * g[1]
    return dx
