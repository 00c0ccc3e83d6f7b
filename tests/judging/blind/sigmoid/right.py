import math

import numpy as np


def sigmoid(x):
    # One number at a time. exp only ever sees a number that is not positive, so nothing can overflow.
    out = np.zeros(len(x))
    for i, v in enumerate(x):
        v = float(v)
        if v >= 0:
            out[i] = 1.0 / (1.0 + math.exp(-v))
        else:
            e = math.exp(v)
            out[i] = e / (1.0 + e)
    return out
