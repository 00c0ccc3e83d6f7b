# MISTAKE: subtracts the maximum of the whole matrix: a row far below the others becomes 0/0 = NaN.
import numpy as np


def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return (E.T / E.sum(axis=1)).T
