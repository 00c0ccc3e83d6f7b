# MISTAKE: result in the order (m', v', w').
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    m1 = b1 * m + (1 - b1) * g
    v1 = b2 * v + (1 - b2) * g ** 2
    w1 = w - lr * (m1 / (1 - b1 ** t)) / (np.sqrt(v1 / (1 - b2 ** t)) + eps)
    return m1, v1, w1
