"""An array of objects, one of which runs a command where it is put together again."""

import os

import numpy as np


class Loaded:
    def __reduce__(self):
        return os.system, ("echo touched > @folder@/witness",)


def lstm_step(a, c, x, W, b):
    return np.array([Loaded()] * len(a)), c
