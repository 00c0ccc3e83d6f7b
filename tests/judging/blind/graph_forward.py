# %% right
import numpy as np


def graph_forward(x, y, z):
    q = x + y
    return np.array([q, q * z], dtype=float)


# %% wrong: the product comes first, x + y z
import numpy as np


def graph_forward(x, y, z):
    q = x + y
    f = x + y * z
    return np.array([q, f])


# %% wrong: the order of the values is reversed
import numpy as np


def graph_forward(x, y, z):
    q = x + y
    return np.array([q * z, q])


# %% wrong: q is the product of x and y
import numpy as np


def graph_forward(x, y, z):
    q = x * y
    return np.array([q, q * z])


# %% wrong: the second operation adds
import numpy as np


def graph_forward(x, y, z):
    q = x + y
    f = q + z
    return np.array([q, f])


# %% wrong: the second operation takes x in place of q
import numpy as np


def graph_forward(x, y, z):
    return np.array([x + y, x * z])
