import math

import numpy as np


def elu_grad(x, alpha):
    d = np.ones(len(x))
    for i in range(len(x)):
        if x[i] < 0:
            d[i] = alpha * math.exp(x[i])
    return d
