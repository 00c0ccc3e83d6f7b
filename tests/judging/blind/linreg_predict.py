# %% right
import numpy as np


def linreg_predict(X, beta):
    return beta[0] + X @ beta[1:]


# %% wrong: takes the intercept from the end
import numpy as np


def linreg_predict(X, beta):
    return X @ beta[:-1] + beta[-1]


# %% wrong: the intercept is missing
import numpy as np


def linreg_predict(X, beta):
    return X @ beta[1:]


# %% wrong: off by one, beta[j] is used for X[:, j] and the intercept is added as well
import numpy as np


def linreg_predict(X, beta):
    n, d = X.shape
    out = np.full(n, beta[0])
    for j in range(d):
        out += beta[j] * X[:, j]
    return out


# %% wrong: the intercept is added once for each feature
import numpy as np


def linreg_predict(X, beta):
    out = []
    for row in X:
        s = 0.0
        for j in range(len(row)):
            s += beta[0] + beta[j + 1] * row[j]
        out.append(s)
    return np.array(out, dtype=float)


# %% wrong: the last feature is left out
import numpy as np


def linreg_predict(X, beta):
    n, d = X.shape
    out = np.full(n, beta[0])
    for j in range(1, d):
        out = out + beta[j] * X[:, j - 1]
    return out
