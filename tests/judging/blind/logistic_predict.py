# %% right
import numpy as np


def logistic_predict(X, beta):
    z = beta[0] + X @ beta[1:]
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))


# %% wrong: returns the class
import numpy as np


def logistic_predict(X, beta):
    z = beta[0] + X @ beta[1:]
    return (z >= 0).astype(float)


# %% wrong: the intercept is missing
import numpy as np


def logistic_predict(X, beta):
    z = X @ beta[1:]
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))


# %% wrong: the probability of class 0
import numpy as np


def logistic_predict(X, beta):
    z = beta[0] + X @ beta[1:]
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))


# %% wrong: exp(z) / (1 + exp(z)) as written gives NaN for large scores
import numpy as np


def logistic_predict(X, beta):
    z = X @ beta[1:] + beta[0]
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return e / (1 + e)


# %% wrong: the intercept is taken from the end
import numpy as np


def logistic_predict(X, beta):
    z = X @ beta[:-1] + beta[-1]
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))
