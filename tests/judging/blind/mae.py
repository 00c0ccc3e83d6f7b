# %% right
import numpy as np


def mae(y, yhat):
    return float(np.mean(np.abs(yhat - y)))


# %% wrong: no absolute values, so errors cancel
import numpy as np


def mae(y, yhat):
    return float(np.mean(yhat - y))


# %% wrong: the absolute value of the mean error
import numpy as np


def mae(y, yhat):
    return float(abs(np.mean(y - yhat)))


# %% wrong: the sum and not the mean
import numpy as np


def mae(y, yhat):
    total = 0.0
    for a, b in zip(y, yhat):
        total += abs(a - b)
    return float(total)


# %% wrong: the median of the absolute errors
import numpy as np


def mae(y, yhat):
    return float(np.median(np.abs(y - yhat)))


# %% wrong: the root of the mean squared error
import numpy as np


def mae(y, yhat):
    return float(np.sqrt(np.mean((y - yhat) ** 2)))
