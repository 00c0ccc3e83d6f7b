"""Arrays of NaN, in the right shape."""

import numpy as np


def lstm_step(a, c, x, W, b):
    return np.full(len(a), np.nan), np.full(len(a), np.nan)
