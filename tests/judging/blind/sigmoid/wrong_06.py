# MISTAKE: computes in float32 "as networks do": seven digits, not nine.
import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=np.float32)
    return (1 / (1 + np.exp(-x))).astype(np.float64)
