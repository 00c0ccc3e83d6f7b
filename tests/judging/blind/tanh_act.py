# %% right
import numpy as np


def tanh_act(x):
    m = np.abs(x)
    with np.errstate(over="ignore"):
        t = -np.expm1(-2.0 * m) / (1.0 + np.exp(-2.0 * m))
    return np.where(x < 0, -t, t)


# %% wrong: the fraction as written gives NaN for large numbers
import numpy as np


def tanh_act(x):
    with np.errstate(over="ignore", invalid="ignore"):
        return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


# %% wrong: the sigmoid
import numpy as np


def tanh_act(x):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-x))


# %% wrong: the width is not halved, 2 sigma(x) - 1
import numpy as np


def tanh_act(x):
    with np.errstate(over="ignore"):
        return 2.0 / (1.0 + np.exp(-x)) - 1.0


# %% wrong: the sign is reversed
import numpy as np


def tanh_act(x):
    e = np.exp(-2 * np.abs(x))
    return -np.sign(x) * (1 - e) / (1 + e)


# %% wrong: multiplied by exp(x) only, which still overflows for large positive numbers
import numpy as np


def tanh_act(x):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(2 * x)
        return (e - 1) / (e + 1)
