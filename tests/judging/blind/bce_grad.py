# %% right
import numpy as np


def bce_grad(y, p):
    n = len(y)
    return (-y / p + (1.0 - y) / (1.0 - p)) / n


# %% wrong: the derivative with respect to the logit
import numpy as np


def bce_grad(y, p):
    return (p - y) / len(y)


# %% wrong: the inner derivative -1 is forgotten in the second term
import numpy as np


def bce_grad(y, p):
    return -(y / p + (1 - y) / (1 - p)) / len(y)


# %% wrong: not divided by n
import numpy as np


def bce_grad(y, p):
    return (p - y) / (p * (1 - p))


# %% wrong: the sign is reversed
import numpy as np


def bce_grad(y, p):
    return (y / p - (1 - y) / (1 - p)) / len(y)


# %% wrong: only the term of label 1
import numpy as np


def bce_grad(y, p):
    out = np.zeros(len(y))
    for i in range(len(y)):
        out[i] = -y[i] / p[i] / len(y)
    return out
