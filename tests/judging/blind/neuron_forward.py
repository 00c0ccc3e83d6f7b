# %% right
import math

import numpy as np


def neuron_forward(x, w, b):
    z = math.fsum([float(p) * float(q) for p, q in zip(x, w)] + [float(b)])
    return math.tanh(z)


# %% wrong: the bias is added after the activation
import numpy as np


def neuron_forward(x, w, b):
    return float(np.tanh(np.dot(w, x)) + b)


# %% wrong: no activation
import numpy as np


def neuron_forward(x, w, b):
    return float(np.dot(w, x) + b)


# %% wrong: the sigmoid
import numpy as np


def neuron_forward(x, w, b):
    z = np.dot(w, x) + b
    return float(1 / (1 + np.exp(-np.clip(z, -700, 700))))


# %% wrong: the activation is applied to each product
import numpy as np


def neuron_forward(x, w, b):
    total = 0.0
    for xi, wi in zip(x, w):
        total += np.tanh(xi * wi + b)
    return float(total)


# %% wrong: the weights are ignored
import numpy as np


def neuron_forward(x, w, b):
    return float(np.tanh(np.sum(x) + b))
