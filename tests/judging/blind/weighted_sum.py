# %% right
import math

import numpy as np


def weighted_sum(x, w, b):
    return math.fsum([float(p) * float(q) for p, q in zip(x, w)] + [float(b)])


# %% wrong: the bias is missing
import numpy as np


def weighted_sum(x, w, b):
    return float(np.dot(w, x))


# %% wrong: the bias is subtracted like a threshold
import numpy as np


def weighted_sum(x, w, b):
    return float(np.dot(w, x) - b)


# %% wrong: the bias is added to each product
import numpy as np


def weighted_sum(x, w, b):
    return float(np.sum(x * w + b))


# %% wrong: the last weight is left out
import numpy as np


def weighted_sum(x, w, b):
    z = b
    for i in range(len(x) - 1):
        z += w[i] * x[i]
    return float(z)


# %% wrong: applies the sigmoid to the sum
import numpy as np


def weighted_sum(x, w, b):
    z = np.clip(np.dot(w, x) + b, -500, 500)
    return float(1.0 / (1.0 + np.exp(-z)))
