# %% right
import numpy as np


def dropout_forward(a, u, p, training):
    if not training:
        return a.copy()
    return np.where(u >= p, a / (1.0 - p), 0.0)


# %% wrong: kept activations are not scaled
import numpy as np


def dropout_forward(a, u, p, training):
    if not training:
        return a.copy()
    return np.where(u >= p, a, 0.0)


# %% wrong: p is taken as the probability of keeping
import numpy as np


def dropout_forward(a, u, p, training):
    if not training:
        return a.copy()
    if p == 0:
        return np.zeros(len(a))
    return np.where(u < p, a / p, 0.0)


# %% wrong: drops after training too
import numpy as np


def dropout_forward(a, u, p, training):
    mask = (u >= p).astype(float)
    return a * mask / (1 - p)


# %% wrong: multiplies by 1 - p after training, as in the paper
import numpy as np


def dropout_forward(a, u, p, training):
    if training:
        return np.where(u >= p, a, 0.0)
    return a * (1 - p)


# %% wrong: an activation is dropped where u equals p
import numpy as np


def dropout_forward(a, u, p, training):
    out = np.zeros(len(a))
    for i in range(len(a)):
        if not training:
            out[i] = a[i]
        elif u[i] > p:
            out[i] = a[i] / (1 - p)
    return out
