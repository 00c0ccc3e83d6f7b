# %% right
import math

import numpy as np


def _sigmoid(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)


def two_two_two_forward(i, w, b, t):
    h1 = _sigmoid(w[0] * i[0] + w[1] * i[1] + b[0])
    h2 = _sigmoid(w[2] * i[0] + w[3] * i[1] + b[0])
    o1 = _sigmoid(w[4] * h1 + w[5] * h2 + b[1])
    o2 = _sigmoid(w[6] * h1 + w[7] * h2 + b[1])
    E = 0.5 * (t[0] - o1) ** 2 + 0.5 * (t[1] - o2) ** 2
    return np.array([h1, h2, o1, o2, E])


# %% wrong: w2 and w3 (and w6 and w7) are exchanged
import numpy as np


def two_two_two_forward(i, w, b, t):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h1 = s(w[0] * i[0] + w[2] * i[1] + b[0])
    h2 = s(w[1] * i[0] + w[3] * i[1] + b[0])
    o1 = s(w[4] * h1 + w[6] * h2 + b[1])
    o2 = s(w[5] * h1 + w[7] * h2 + b[1])
    return np.array([h1, h2, o1, o2, 0.5 * (t[0] - o1) ** 2 + 0.5 * (t[1] - o2) ** 2])


# %% wrong: b1 is the bias of the first unit of each layer and b2 that of the second
import numpy as np


def two_two_two_forward(i, w, b, t):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h = s(w[:4].reshape(2, 2) @ i + b)
    o = s(w[4:].reshape(2, 2) @ h + b)
    return np.array([h[0], h[1], o[0], o[1], 0.5 * np.sum((t - o) ** 2)])


# %% wrong: the error lacks the factor one half
import numpy as np


def two_two_two_forward(i, w, b, t):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h = s(w[:4].reshape(2, 2) @ i + b[0])
    o = s(w[4:].reshape(2, 2) @ h + b[1])
    return np.concatenate([h, o, [np.sum((t - o) ** 2)]])


# %% wrong: the outputs have no sigmoid
import numpy as np


def two_two_two_forward(i, w, b, t):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h = s(w[:4].reshape(2, 2) @ i + b[0])
    o = w[4:].reshape(2, 2) @ h + b[1]
    return np.concatenate([h, o, [0.5 * np.sum((t - o) ** 2)]])


# %% wrong: the outputs use the bias of the hidden units
import numpy as np


def two_two_two_forward(i, w, b, t):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h = s(w[:4].reshape(2, 2) @ i + b[0])
    o = s(w[4:].reshape(2, 2) @ h + b[0])
    return np.concatenate([h, o, [0.5 * np.sum((t - o) ** 2)]])
