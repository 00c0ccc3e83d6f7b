# MISTAKE: believes that a learning rate lies in [0, 1] and caps it at 1.
import numpy as np


def gd_step(w, g, lr):
    lr = max(0.0, min(1.0, lr))
    return w - lr * g
