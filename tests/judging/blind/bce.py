# %% right
import numpy as np


def bce(y, p, eps):
    a = np.clip(p, eps, 1.0 - eps)
    b = np.clip(1.0 - p, eps, 1.0 - eps)
    return float(-np.mean(y * np.log(a) + (1.0 - y) * np.log(b)))


# %% wrong: the term for the label 0 is missing
import numpy as np


def bce(y, p, eps):
    return float(-np.mean(y * np.log(np.clip(p, eps, 1 - eps))))


# %% wrong: the sum and not the mean
import numpy as np


def bce(y, p, eps):
    q = np.clip(p, eps, 1 - eps)
    total = 0.0
    for t, v in zip(y, q):
        total -= t * np.log(v) + (1 - t) * np.log(1 - v)
    return float(total)


# %% wrong: adds eps inside of the logarithms in place of clipping
import numpy as np


def bce(y, p, eps):
    return float(-np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps)))


# %% wrong: logarithm to base 2
import numpy as np


def bce(y, p, eps):
    q = np.clip(p, eps, 1 - eps)
    return float(-np.mean(y * np.log2(q) + (1 - y) * np.log2(1 - q)))


# %% wrong: soft labels are rounded to 0 or 1
import numpy as np


def bce(y, p, eps):
    q = np.clip(p, eps, 1 - eps)
    return float(np.mean(np.where(y >= 0.5, -np.log(q), -np.log(1 - q))))
