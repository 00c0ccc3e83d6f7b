# MISTAKE: treats both signs apart and glues the parts together: positive ones first, not in the order of x.
import numpy as np


def tanh_grad(x):
    pos = x[x >= 0]
    neg = x[x < 0]
    ep = np.exp(-2 * pos)
    en = np.exp(2 * neg)
    tp = (1 - ep) / (1 + ep)
    tn = (en - 1) / (en + 1)
    t = np.concatenate([tp, tn])
    return 1 - t ** 2
