# %% right
import math

import numpy as np


def perceptron_predict(X, w, theta):
    out = np.zeros(X.shape[0], dtype=np.int64)
    for i in range(X.shape[0]):
        s = math.fsum(float(a) * float(c) for a, c in zip(X[i], w))
        if s > theta + 5e-7:
            out[i] = 1
    return out


# %% wrong: the threshold is added like a bias
import numpy as np


def perceptron_predict(X, w, theta):
    return (X @ w + theta > 0).astype(np.int64)


# %% wrong: answers 1 also at the threshold
import numpy as np


def perceptron_predict(X, w, theta):
    return (X @ w - theta >= -1e-9).astype(np.int64)


# %% wrong: compares each product with the threshold and not the sum
import numpy as np


def perceptron_predict(X, w, theta):
    return np.any(X * w > theta, axis=1).astype(np.int64)


# %% wrong: answers -1 and 1
import numpy as np


def perceptron_predict(X, w, theta):
    return np.where(X @ w > theta, 1, -1).astype(np.int64)


# %% wrong: the threshold is ignored
import numpy as np


def perceptron_predict(X, w, theta):
    return np.array([1 if np.dot(row, w) > 0 else 0 for row in X], dtype=np.int64)
