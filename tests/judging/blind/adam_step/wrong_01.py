# MISTAKE: eps under the root: sqrt(v_hat + eps).
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    mh = m / (1 - b1 ** t)
    vh = v / (1 - b2 ** t)
    return w - lr * mh / np.sqrt(vh + eps), m, v
