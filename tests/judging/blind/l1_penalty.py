# %% right
import numpy as np


def l1_penalty(beta, lam):
    return float(lam * np.sum(np.abs(beta[1:])))


# %% wrong: the intercept is penalised too
import numpy as np


def l1_penalty(beta, lam):
    return float(lam * np.sum(np.abs(beta)))


# %% wrong: the mean of the slopes
import numpy as np


def l1_penalty(beta, lam):
    if len(beta) < 2:
        return 0.0
    return float(lam * np.mean(np.abs(beta[1:])))


# %% wrong: the absolute value of the sum
import numpy as np


def l1_penalty(beta, lam):
    return float(lam * abs(np.sum(beta[1:])))


# %% wrong: squares, the L2 penalty
import numpy as np


def l1_penalty(beta, lam):
    total = 0.0
    for b in beta[1:]:
        total += b * b
    return float(lam * total)


# %% wrong: leaves out the last coefficient in place of the first
import numpy as np


def l1_penalty(beta, lam):
    return float(lam * np.abs(beta[:-1]).sum())
