# %% right
import numpy as np


def euclidean_distance(X, q):
    diff = X - q
    return np.sqrt(np.sum(diff * diff, axis=1))


# %% wrong: the square root is missing
import numpy as np


def euclidean_distance(X, q):
    return ((X - q) ** 2).sum(axis=1)


# %% wrong: Manhattan distance
import numpy as np


def euclidean_distance(X, q):
    return np.abs(X - q).sum(axis=1)


# %% wrong: sums over the rows, one number for each feature
import numpy as np


def euclidean_distance(X, q):
    return np.sqrt(((X - q) ** 2).sum(axis=0))


# %% wrong: expands the square, so that near points far from 0 lose their digits
import numpy as np


def euclidean_distance(X, q):
    d2 = np.sum(X * X, axis=1) - 2.0 * (X @ q) + np.dot(q, q)
    return np.sqrt(np.maximum(d2, 0.0))


# %% wrong: divides by the number of features before the root
import numpy as np


def euclidean_distance(X, q):
    out = np.zeros(X.shape[0])
    d = max(X.shape[1], 1)
    for i in range(X.shape[0]):
        s = 0.0
        for j in range(X.shape[1]):
            s += (X[i, j] - q[j]) ** 2
        out[i] = np.sqrt(s / d)
    return out
