import math

import numpy as np


def tanh_grad(x):
    result = np.zeros(len(x))
    for i in range(len(x)):
        t = math.tanh(x[i])
        result[i] = 1.0 - t * t
    return result
