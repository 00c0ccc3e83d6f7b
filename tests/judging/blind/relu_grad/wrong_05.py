# MISTAKE: writes the answer into x itself.
import numpy as np


def relu_grad(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x
