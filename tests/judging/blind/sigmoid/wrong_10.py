# MISTAKE: the empty array gets the number 0.0 instead of an empty array.
import numpy as np


def sigmoid(x):
    if len(x) == 0:
        return 0.0
    return np.array([1 / (1 + np.exp(-v)) for v in x])
