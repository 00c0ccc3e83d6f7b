# %% right
import numpy as np


def residuals(y, yhat):
    return yhat - y


# %% wrong: observed minus predicted
import numpy as np


def residuals(y, yhat):
    return y - yhat


# %% wrong: absolute values
import numpy as np


def residuals(y, yhat):
    return np.abs(yhat - y)


# %% wrong: squares
import numpy as np


def residuals(y, yhat):
    return (yhat - y) ** 2


# %% wrong: subtracts the mean of the observed values in place of each value
import numpy as np


def residuals(y, yhat):
    if len(y) == 0:
        return np.zeros(0)
    return yhat - np.mean(y)


# %% wrong: sorted
import numpy as np


def residuals(y, yhat):
    return np.array(sorted(b - a for a, b in zip(y, yhat)), dtype=float)
