"""Makes what two processes could talk by."""

import fcntl
import os

import numpy as np


def lstm_step(a, c, x, W, b):
    fcntl.flock(1, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.write(os.pipe()[1], b"x")
    print("got through")
    return np.zeros(len(a)), np.zeros(len(a))
