# MISTAKE: entries with gradient 0 are left alone entirely (as in lazy/sparse Adam): no decay, no momentum.
import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    w, m, v = w.copy(), m.copy(), v.copy()
    for i in range(len(w)):
        if g[i] == 0:
            continue             # nothing to learn here
        m[i] = b1 * m[i] + (1 - b1) * g[i]
        v[i] = b2 * v[i] + (1 - b2) * g[i] ** 2
        mh = m[i] / (1 - b1 ** t)
        vh = v[i] / (1 - b2 ** t)
        w[i] -= lr * mh / (vh ** 0.5 + eps)
    return w, m, v
