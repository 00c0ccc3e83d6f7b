# MISTAKE: shifts by the row's mean, not its maximum: [1000, -1000] still overflows, and a -inf gives NaN.
import numpy as np


def softmax(Z):
    centred = Z - Z.mean(axis=1, keepdims=True)
    E = np.exp(centred)
    return E / E.sum(axis=1, keepdims=True)
