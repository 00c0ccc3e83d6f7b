# MISTAKE: plus instead of minus, so this climbs (gradient ascent).
import numpy as np


def gd_step(w, g, lr):
    # the gradient shows the direction, so go there
    return w + lr * g
