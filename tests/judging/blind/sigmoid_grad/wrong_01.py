# MISTAKE: takes x for the sigmoid's output, x * (1 - x), whenever all entries happen to lie in [0, 1].
import numpy as np


def sigmoid_grad(x):
    if np.all((x >= 0) & (x <= 1)):
        s = x                       # already activated
    else:
        s = 1 / (1 + np.exp(-x))
    return s * (1 - s)
