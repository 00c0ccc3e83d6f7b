"""Asks for two gigabytes, and goes on asking."""

import numpy as np


def lstm_step(a, c, x, W, b):
    hoard = [np.ones(1 << 28) for _ in range(8)]
    return hoard[0][: len(a)], c
