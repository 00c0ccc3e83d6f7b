# %% right
import numpy as np


def normalise_apply(X, mu, sigma):
    return (X - mu) / sigma


# %% wrong: uses the mean and deviation of the samples themselves
import numpy as np


def normalise_apply(X, mu, sigma):
    if len(X) == 0:
        return X.copy()
    s = X.std(axis=0)
    s[s == 0] = 1.0
    return (X - X.mean(axis=0)) / s


# %% wrong: the mean is not subtracted
import numpy as np


def normalise_apply(X, mu, sigma):
    return X / sigma


# %% wrong: divides by the variance
import numpy as np


def normalise_apply(X, mu, sigma):
    return (X - mu) / sigma ** 2


# %% wrong: a missing pair of brackets, only the mean is divided
import numpy as np


def normalise_apply(X, mu, sigma):
    return X - mu / sigma


# %% wrong: changes the argument in place
import numpy as np


def normalise_apply(X, mu, sigma):
    X -= mu
    X /= sigma
    return X
