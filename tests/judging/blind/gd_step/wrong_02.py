# MISTAKE: in-place "-=" changes the caller's w (the values returned are right).
import numpy as np


def gd_step(w, g, lr):
    w -= lr * g
    return w
