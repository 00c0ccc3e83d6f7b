# %% right
import numpy as np


def mse(y, yhat):
    d = yhat - y
    return float(np.mean(d * d))


# %% wrong: the root of the mean
import numpy as np


def mse(y, yhat):
    return float(np.sqrt(np.mean((y - yhat) ** 2)))


# %% wrong: the sum
import numpy as np


def mse(y, yhat):
    return float(np.sum((y - yhat) ** 2))


# %% wrong: the square of the mean error
import numpy as np


def mse(y, yhat):
    return float(np.mean(y - yhat) ** 2)


# %% wrong: half of the mean
import numpy as np


def mse(y, yhat):
    total = 0.0
    for a, b in zip(y, yhat):
        total += (a - b) ** 2
    return float(total / (2 * len(y)))


# %% wrong: the mean of the absolute errors
import numpy as np


def mse(y, yhat):
    return float(np.mean(np.abs(y - yhat)))
