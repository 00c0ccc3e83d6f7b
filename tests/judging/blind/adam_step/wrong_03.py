# MISTAKE: returns the corrected moments m_hat and v_hat instead of m' and v'.
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g ** 2
    m = m / (1 - b1 ** t)
    v = v / (1 - b2 ** t)
    w = w - lr * m / (np.sqrt(v) + eps)
    return w, m, v
