# %% right
import math

import numpy as np


def gradient(c, a, b, x, y):
    gx, gy = [], []
    for ci, ai, bi in zip(c, a, b):
        ci, ai, bi = float(ci), int(ai), int(bi)
        if ai > 0:
            gx.append(ci * ai * x ** (ai - 1) * y ** bi)
        if bi > 0:
            gy.append(ci * bi * x ** ai * y ** (bi - 1))
    return np.array([math.fsum(gx), math.fsum(gy)])


# %% wrong: y is not kept constant, both variables are differentiated in each term
import numpy as np


def gradient(c, a, b, x, y):
    total = 0.0
    for ci, ai, bi in zip(c, a, b):
        if ai > 0:
            total += ci * ai * x ** int(ai - 1) * y ** int(bi)
        if bi > 0:
            total += ci * bi * x ** int(ai) * y ** int(bi - 1)
    return np.array([total, total])


# %% wrong: a term with x**0 is left out of the derivative with respect to y too
import numpy as np


def gradient(c, a, b, x, y):
    g = np.zeros(2)
    for ci, ai, bi in zip(c, a, b):
        if ai == 0 or bi == 0:
            continue
        g[0] += ci * ai * x ** int(ai - 1) * y ** int(bi)
        g[1] += ci * bi * x ** int(ai) * y ** int(bi - 1)
    return g


# %% wrong: the powers with exponent -1 are infinite at 0 and give NaN
import numpy as np


def gradient(c, a, b, x, y):
    x = np.float64(x)
    y = np.float64(y)
    af, bf = a.astype(float), b.astype(float)
    with np.errstate(all="ignore"):
        gx = np.sum(c * af * x ** (af - 1) * y ** bf)
        gy = np.sum(c * bf * x ** af * y ** (bf - 1))
    return np.array([gx, gy])


# %% wrong: the factor of the exponent is forgotten
import numpy as np


def gradient(c, a, b, x, y):
    g = [0.0, 0.0]
    for ci, ai, bi in zip(c, a, b):
        if ai > 0:
            g[0] += ci * x ** int(ai - 1) * y ** int(bi)
        if bi > 0:
            g[1] += ci * x ** int(ai) * y ** int(bi - 1)
    return np.array(g)


# %% wrong: the components are exchanged
import numpy as np


def gradient(c, a, b, x, y):
    gx = gy = 0.0
    for ci, ai, bi in zip(c, a, b):
        if ai > 0:
            gx += ci * ai * x ** int(ai - 1) * y ** int(bi)
        if bi > 0:
            gy += ci * bi * x ** int(ai) * y ** int(bi - 1)
    return np.array([gy, gx])
