# %% right
import numpy as np


def mse(y, yhat):
    total = 0.0
    for target, guess in zip(y, yhat):
        total += (target - guess) ** 2
    return total / len(y)


# %% wrong: half of the mean, as in the form with a short gradient
import numpy as np


def mse(y, yhat):
    return 0.5 * np.mean((y - yhat) ** 2)


# %% wrong: the sum instead of the mean
import numpy as np


def mse(y, yhat):
    return np.sum((yhat - y) ** 2)


# %% wrong: the squared length is not divided by n, but its root is
import numpy as np


def mse(y, yhat):
    return np.linalg.norm(yhat - y) / len(y)


# %% wrong: one term for each sample instead of their mean
import numpy as np


def mse(y, yhat):
    return (yhat - y) ** 2


# %% wrong: the largest error only
import numpy as np


def mse(y, yhat):
    return np.max((yhat - y) ** 2)
