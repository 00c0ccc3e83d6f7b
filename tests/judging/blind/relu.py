# %% right
import numpy as np


def relu(x):
    return np.where(x > 0, x, 0.0)


# %% wrong: the absolute value
import numpy as np


def relu(x):
    return np.abs(x)


# %% wrong: leaky rectifier
import numpy as np


def relu(x):
    return np.where(x > 0, x, 0.01 * x)


# %% wrong: the derivative, 1 for positive inputs
import numpy as np


def relu(x):
    return (x > 0).astype(float)


# %% wrong: changes the argument in place
import numpy as np


def relu(x):
    x[x < 0] = 0.0
    return x


# %% wrong: one maximum for the whole vector
import numpy as np


def relu(x):
    if len(x) == 0:
        return np.zeros(0)
    if x.max() > 0:
        return x.copy()
    return np.zeros(len(x))
