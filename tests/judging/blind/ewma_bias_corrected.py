# %% right
import math

import numpy as np


def ewma_bias_corrected(theta, beta):
    out = np.zeros(len(theta))
    v = 0.0
    weight = 0.0
    for t in range(len(theta)):
        v = beta * v + (1.0 - beta) * theta[t]
        weight = beta * weight + (1.0 - beta)
        out[t] = v / weight
    return out


# %% wrong: no correction
import numpy as np


def ewma_bias_corrected(theta, beta):
    out = np.zeros(len(theta))
    v = 0.0
    for t, x in enumerate(theta):
        v = beta * v + (1 - beta) * x
        out[t] = v
    return out


# %% wrong: the exponent is one too large
import numpy as np


def ewma_bias_corrected(theta, beta):
    out = np.zeros(len(theta))
    v = 0.0
    for t, x in enumerate(theta):
        v = beta * v + (1 - beta) * x
        out[t] = v / (1 - beta ** (t + 2))
    return out


# %% wrong: the recursion goes on with the corrected value
import numpy as np


def ewma_bias_corrected(theta, beta):
    out = np.zeros(len(theta))
    v = 0.0
    for t, x in enumerate(theta):
        v = (beta * v + (1 - beta) * x) / (1 - beta ** (t + 1))
        out[t] = v
    return out


# %% wrong: divides by 1 - beta at every step, without the power
import numpy as np


def ewma_bias_corrected(theta, beta):
    v = 0.0
    out = []
    for x in theta:
        v = beta * v + (1 - beta) * x
        out.append(v / (1 - beta))
    return np.array(out, dtype=float)


# %% wrong: starts at the first value in place of a correction
import numpy as np


def ewma_bias_corrected(theta, beta):
    out = theta.copy()
    for t in range(1, len(theta)):
        out[t] = beta * out[t - 1] + (1 - beta) * theta[t]
    return out
