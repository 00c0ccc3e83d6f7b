# Honest answer: vector times matrix.
import numpy as np


def multi_path_chain(A, g):
    return np.einsum("i,ij->j", g, A)
