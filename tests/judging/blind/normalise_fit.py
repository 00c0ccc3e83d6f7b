# %% right
import math

import numpy as np


def normalise_fit(X):
    m, d = X.shape
    mu = np.zeros(d)
    sigma = np.ones(d)
    for j in range(d):
        col = [float(v) for v in X[:, j]]
        mean = math.fsum(col) / m
        mu[j] = mean
        if min(col) != max(col):
            dev = [v - mean for v in col]
            shift = math.fsum(dev) / m
            sigma[j] = math.sqrt(math.fsum((e - shift) ** 2 for e in dev) / m)
    return mu, sigma


# %% wrong: divides by m - 1
import numpy as np


def normalise_fit(X):
    mu = X.mean(axis=0)
    if len(X) == 1:
        return mu, np.ones(X.shape[1])
    sigma = X.std(axis=0, ddof=1)
    sigma[sigma == 0] = 1.0
    return mu, sigma


# %% wrong: a constant column has sigma 0
import numpy as np


def normalise_fit(X):
    return X.mean(axis=0), X.std(axis=0)


# %% wrong: mean of squares minus square of mean, which loses its digits far from 0
import numpy as np


def normalise_fit(X):
    mu = X.mean(axis=0)
    var = np.maximum((X ** 2).mean(axis=0) - mu ** 2, 0)
    sigma = np.sqrt(var)
    sigma[sigma == 0] = 1.0
    return mu, sigma


# %% wrong: the variance without the root
import numpy as np


def normalise_fit(X):
    mu = X.mean(axis=0)
    var = ((X - mu) ** 2).mean(axis=0)
    return mu, np.where(var == 0, 1.0, var)


# %% wrong: means and deviations of the rows
import numpy as np


def normalise_fit(X):
    mu = X.mean(axis=1)
    sigma = X.std(axis=1)
    return mu, np.where(sigma == 0, 1.0, sigma)
