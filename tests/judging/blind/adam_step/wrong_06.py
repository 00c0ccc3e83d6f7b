# MISTAKE: b1 = 0 or b2 = 0 is falsy and replaced by the defaults 0.9 and 0.999.
import numpy as np


def adam_step(w, m, v, g, t, lr, b1=None, b2=None, eps=None):
    b1 = b1 or 0.9
    b2 = b2 or 0.999
    eps = eps or 1e-8
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    mc, vc = m / (1 - b1 ** t), v / (1 - b2 ** t)
    return [w - lr * mc / (np.sqrt(vc) + eps), m, v]
