# MISTAKE: counts the positive ones and puts their slopes first: the order of x is lost.
import numpy as np


def leaky_relu_grad(x):
    k = int(np.sum(x > 0))
    return np.array([1.0] * k + [0.01] * (len(x) - k))
