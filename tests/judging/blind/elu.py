# %% right
import numpy as np


def elu(x, alpha):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


# %% wrong: alpha in the exponent too, as in CELU
import numpy as np


def elu(x, alpha):
    if alpha == 0:
        return np.maximum(x, 0.0)
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0.0) / alpha) - 1))


# %% wrong: the right side is scaled by alpha too
import numpy as np


def elu(x, alpha):
    return alpha * np.where(x > 0, x, np.exp(np.minimum(x, 0.0)) - 1)


# %% wrong: leaky rectifier, a straight line on the left
import numpy as np


def elu(x, alpha):
    return np.array([v if v > 0 else alpha * v for v in x], dtype=float)


# %% wrong: the -1 is missing, so the curve jumps at 0
import numpy as np


def elu(x, alpha):
    return np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0.0)))


# %% wrong: multiplies both formulas by a mask, and 0 times infinity is NaN
import numpy as np


def elu(x, alpha):
    with np.errstate(over="ignore", invalid="ignore"):
        return (x > 0) * x + (x <= 0) * alpha * (np.exp(x) - 1)
