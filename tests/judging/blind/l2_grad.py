# %% right
import numpy as np


def l2_grad(beta, lam):
    g = 2.0 * lam * beta
    g[0] = 0.0
    return g


# %% wrong: the factor 2 is missing
import numpy as np


def l2_grad(beta, lam):
    g = lam * beta
    g[0] = 0.0
    return g


# %% wrong: the intercept is penalised too
import numpy as np


def l2_grad(beta, lam):
    return 2 * lam * beta


# %% wrong: the derivative for the intercept is left out, the result is one too short
import numpy as np


def l2_grad(beta, lam):
    return 2 * lam * beta[1:]


# %% wrong: the derivative of the L1 penalty
import numpy as np


def l2_grad(beta, lam):
    g = lam * np.sign(beta)
    g[0] = 0
    return g


# %% wrong: sets the intercept of the argument to 0
import numpy as np


def l2_grad(beta, lam):
    beta[0] = 0.0
    return 2 * lam * beta
