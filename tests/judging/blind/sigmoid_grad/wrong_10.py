# MISTAKE: the stable form half done: -|x| on top, but a plain -x below, so every negative x gets too small a slope.
import numpy as np


def sigmoid_grad(x):
    top = np.exp(-np.abs(x))
    bottom = (1.0 + np.exp(-x)) ** 2
    return top / bottom
