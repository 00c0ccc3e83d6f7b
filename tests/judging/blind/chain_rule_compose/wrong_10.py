# MISTAKE: differentiates the caller's arrays in place (c *= 0, 1, 2, ...).
import numpy as np


def chain_rule_compose(outer, inner, x):
    m = 0.0
    for c in inner[::-1]:
        m = m * x + c
    outer *= np.arange(len(outer))
    inner *= np.arange(len(inner))
    dz = 0.0
    for c in outer[:0:-1]:
        dz = dz * m + c
    dm = 0.0
    for c in inner[:0:-1]:
        dm = dm * x + c
    return float(dz * dm)
