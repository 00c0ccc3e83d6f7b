# MISTAKE: calls the unit saturated beyond |x| = 10 and answers a plain 0 or 1 there.
import math
import numpy as np


def sigmoid(x):
    y = np.empty(x.shape)
    for i in range(x.shape[0]):
        if x[i] > 10:
            y[i] = 1.0
        elif x[i] < -10:
            y[i] = 0.0
        else:
            y[i] = 1 / (1 + math.exp(-x[i]))
    return y
