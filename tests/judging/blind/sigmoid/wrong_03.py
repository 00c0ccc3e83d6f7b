# MISTAKE: the branch for negative x forgets the denominator, e^x instead of e^x / (1 + e^x).
import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))          # never overflows
    return np.where(x >= 0, 1 / (1 + e), e)
