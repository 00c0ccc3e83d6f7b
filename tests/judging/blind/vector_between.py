# %% right
import numpy as np


def vector_between(a, b):
    return b - a


# %% wrong: from B to A
import numpy as np


def vector_between(a, b):
    return a - b


# %% wrong: the sum of both vectors
import numpy as np


def vector_between(a, b):
    return np.array([p + q for p, q in zip(a, b)], dtype=float)


# %% wrong: absolute values, the direction is lost
import numpy as np


def vector_between(a, b):
    return np.abs(b - a)


# %% wrong: scaled to length 1
import numpy as np


def vector_between(a, b):
    v = b - a
    n = np.linalg.norm(v)
    if n == 0:
        return v
    return v / n


# %% wrong: only the first two coordinates are used
import numpy as np


def vector_between(a, b):
    out = np.zeros(len(a))
    for i in range(min(2, len(a))):
        out[i] = b[i] - a[i]
    return out
