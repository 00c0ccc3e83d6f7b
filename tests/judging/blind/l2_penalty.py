# %% right
import numpy as np


def l2_penalty(beta, lam):
    s = beta[1:]
    return float(lam * np.sum(s * s))


# %% wrong: the intercept is penalised too
import numpy as np


def l2_penalty(beta, lam):
    return float(lam * np.dot(beta, beta))


# %% wrong: half of it
import numpy as np


def l2_penalty(beta, lam):
    return float(0.5 * lam * np.sum(beta[1:] ** 2))


# %% wrong: the length of the vector, with a root
import numpy as np


def l2_penalty(beta, lam):
    return float(lam * np.sqrt(np.sum(beta[1:] ** 2)))


# %% wrong: the mean of the squares
import numpy as np


def l2_penalty(beta, lam):
    d = len(beta) - 1
    if d == 0:
        return 0.0
    return float(lam * sum(b * b for b in beta[1:]) / d)


# %% wrong: lam is squared together with the slopes
import numpy as np


def l2_penalty(beta, lam):
    return float(np.sum((lam * beta[1:]) ** 2))
