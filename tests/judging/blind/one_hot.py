# %% right
import numpy as np


def one_hot(labels, k, base):
    n = len(labels)
    Y = np.zeros((n, k))
    Y[np.arange(n), labels - base] = 1.0
    return Y


# %% wrong: ignores base and counts from 0, modulo k
import numpy as np


def one_hot(labels, k, base):
    return np.eye(k)[labels % k]


# %% wrong: always counts from 1
import numpy as np


def one_hot(labels, k, base):
    Y = np.zeros((len(labels), k))
    for i, c in enumerate(labels):
        if 0 <= c - 1 < k:
            Y[i, c - 1] = 1.0
    return Y


# %% wrong: one row for each class, transposed
import numpy as np


def one_hot(labels, k, base):
    Y = np.zeros((k, len(labels)))
    for i, c in enumerate(labels):
        Y[c - base, i] = 1.0
    return Y


# %% wrong: columns only for the classes that occur
import numpy as np


def one_hot(labels, k, base):
    classes = np.unique(labels)
    return (labels[:, None] == classes[None, :]).astype(float)


# %% wrong: all columns up to the class get a 1
import numpy as np


def one_hot(labels, k, base):
    Y = np.zeros((len(labels), k))
    for i, c in enumerate(labels):
        Y[i, :c - base + 1] = 1.0
    return Y
