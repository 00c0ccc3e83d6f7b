# Honest answer: entry by entry.
import math
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    d = len(w)
    w2, m2, v2 = np.zeros(d), np.zeros(d), np.zeros(d)
    for i in range(d):
        m2[i] = b1 * m[i] + (1 - b1) * g[i]
        v2[i] = b2 * v[i] + (1 - b2) * g[i] * g[i]
        m_hat = m2[i] / (1 - b1 ** t)
        v_hat = v2[i] / (1 - b2 ** t)
        w2[i] = w[i] - lr * m_hat / (math.sqrt(v_hat) + eps)
    return w2, m2, v2
