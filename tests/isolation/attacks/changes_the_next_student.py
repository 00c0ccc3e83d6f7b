"""Change what the next student's code runs on."""

import builtins
import sys

import numpy as np


def attack(folder, port):
    builtins.sum = max
    np.seterr(all="raise")
    sys.setrecursionlimit(200)
    return True
