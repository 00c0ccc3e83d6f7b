# %% right
import numpy as np


def mse_grad(y, yhat):
    return 2.0 * (yhat - y) / y.shape[0]


# %% wrong: the factor 2 is missing, as for half the loss
import numpy as np


def mse_grad(y, yhat):
    return (yhat - y) / len(y)


# %% wrong: the sign is reversed
import numpy as np


def mse_grad(y, yhat):
    return 2 * (y - yhat) / len(y)


# %% wrong: not divided by n
import numpy as np


def mse_grad(y, yhat):
    return 2 * (yhat - y)


# %% wrong: the mean over all samples is put at every place
import numpy as np


def mse_grad(y, yhat):
    g = np.mean(2 * (yhat - y))
    return np.full(len(y), g)


# %% wrong: derivative of the absolute error, only the sign of the error counts
import numpy as np


def mse_grad(y, yhat):
    out = []
    for a, b in zip(y, yhat):
        out.append(2.0 / len(y) * np.sign(b - a))
    return np.array(out)
