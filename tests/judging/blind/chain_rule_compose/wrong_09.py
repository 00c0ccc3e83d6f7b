# MISTAKE: written out up to x^4, as far as the example goes; a sixth coefficient is ignored.
import numpy as np


def chain_rule_compose(outer, inner, x):
    a = np.zeros(5)
    b = np.zeros(5)
    a[:len(outer[:5])] = outer[:5]
    b[:len(inner[:5])] = inner[:5]
    m = b[0] + b[1] * x + b[2] * x**2 + b[3] * x**3 + b[4] * x**4
    dm = b[1] + 2 * b[2] * x + 3 * b[3] * x**2 + 4 * b[4] * x**3
    dz = a[1] + 2 * a[2] * m + 3 * a[3] * m**2 + 4 * a[4] * m**3
    return float(dz * dm)
