# %% right
import numpy as np


def logistic_grad(X, y, beta):
    n = X.shape[0]
    z = beta[0] + X @ beta[1:]
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))
    r = p - y
    return np.concatenate([[np.sum(r)], X.T @ r]) / n


# %% wrong: not divided by the number of samples
import numpy as np


def logistic_grad(X, y, beta):
    A = np.column_stack([np.ones(len(X)), X])
    p = 1 / (1 + np.exp(-np.clip(A @ beta, -700, 700)))
    return A.T @ (p - y)


# %% wrong: label minus probability
import numpy as np


def logistic_grad(X, y, beta):
    A = np.column_stack([np.ones(len(X)), X])
    p = 1 / (1 + np.exp(-np.clip(A @ beta, -700, 700)))
    return A.T @ (y - p) / len(X)


# %% wrong: the intercept comes last
import numpy as np


def logistic_grad(X, y, beta):
    A = np.column_stack([X, np.ones(len(X))])
    p = 1 / (1 + np.exp(-np.clip(A @ beta, -700, 700)))
    return A.T @ (p - y) / len(X)


# %% wrong: multiplied by the slope p (1 - p), as for the squared error
import numpy as np


def logistic_grad(X, y, beta):
    A = np.column_stack([np.ones(len(X)), X])
    p = 1 / (1 + np.exp(-np.clip(A @ beta, -700, 700)))
    return A.T @ ((p - y) * p * (1 - p)) / len(X)


# %% wrong: the sigmoid is missing, as in linear regression
import numpy as np


def logistic_grad(X, y, beta):
    n, d = X.shape
    g = np.zeros(d + 1)
    for i in range(n):
        err = beta[0] + np.dot(X[i], beta[1:]) - y[i]
        g[0] += err
        g[1:] += err * X[i]
    return g / n
