# MISTAKE: np.floor gives a float: 4.0 and not 4.
import numpy as np


def conv_output_size(n, f, p, s):
    if f > n + 2 * p:
        return 0
    return np.floor((n + 2 * p - f) / s) + 1
