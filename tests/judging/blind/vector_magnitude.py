# %% right
import math

import numpy as np


def vector_magnitude(v):
    if len(v) == 0:
        return 0.0
    m = float(np.max(np.abs(v)))
    if m == 0.0:
        return 0.0
    return m * math.sqrt(math.fsum((float(c) / m) ** 2 for c in v))


# %% wrong: the square root is missing
import numpy as np


def vector_magnitude(v):
    return float(np.sum(v ** 2))


# %% wrong: the 1-norm, the sum of the absolute values
import numpy as np


def vector_magnitude(v):
    total = 0.0
    for c in v:
        total += abs(c)
    return float(total)


# %% wrong: squares overflow for components beyond 1e154
import numpy as np


def vector_magnitude(v):
    return float(np.sqrt(np.dot(v, v)))


# %% wrong: the root of the mean of the squares and not of their sum
import numpy as np


def vector_magnitude(v):
    if v.size == 0:
        return 0.0
    m = np.abs(v).max()
    if m == 0:
        return 0.0
    return float(m * np.sqrt(np.mean((v / m) ** 2)))


# %% wrong: returns the number of components
import numpy as np


def vector_magnitude(v):
    return float(len(v))
