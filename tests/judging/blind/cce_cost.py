# %% right
import numpy as np


def cce_cost(Y, P):
    used = Y > 0
    if np.any(P[used] == 0):
        return float("inf")
    return float(-np.sum(Y[used] * np.log(P[used])) / Y.shape[0])


# %% wrong: 0 times the logarithm of 0 gives NaN
import numpy as np


def cce_cost(Y, P):
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(-np.sum(Y * np.log(P)) / len(Y))


# %% wrong: the mean also runs over the classes
import numpy as np


def cce_cost(Y, P):
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(Y > 0, Y * np.log(P), 0.0)
    return float(-np.mean(terms))


# %% wrong: clips the probabilities, so that the cost is never infinite
import numpy as np


def cce_cost(Y, P):
    Q = np.clip(P, 1e-15, 1.0)
    return float(-np.mean(np.sum(Y * np.log(Q), axis=1)))


# %% wrong: takes the class with the largest label only, which fails for soft labels
import numpy as np


def cce_cost(Y, P):
    total = 0.0
    for i in range(len(Y)):
        p = P[i, np.argmax(Y[i])]
        if p == 0:
            return float("inf")
        total -= np.log(p)
    return float(total / len(Y))


# %% wrong: adds the terms of the wrong classes, as in the binary cross-entropy
import numpy as np


def cce_cost(Y, P):
    with np.errstate(divide="ignore", invalid="ignore"):
        a = np.where(Y > 0, Y * np.log(P), 0.0)
        b = np.where(Y < 1, (1 - Y) * np.log(1 - P), 0.0)
    return float(-np.sum(a + b) / len(Y))
