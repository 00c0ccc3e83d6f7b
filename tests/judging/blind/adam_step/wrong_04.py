# MISTAKE: at t = 1 the moments are initialised with zeros, whatever was passed.
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    if t == 1:
        m = np.zeros_like(w)
        v = np.zeros_like(w)
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g ** 2
    m_hat = m / (1 - b1 ** t)
    v_hat = v / (1 - b2 ** t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
