# %% right
import numpy as np


def sigmoid_bce_grad(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))
    return (p - y) / len(z)


# %% wrong: not divided by n
import numpy as np


def sigmoid_bce_grad(z, y):
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return p - y


# %% wrong: label minus prediction
import numpy as np


def sigmoid_bce_grad(z, y):
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return (y - p) / len(y)


# %% wrong: the slope of the sigmoid is multiplied in once more
import numpy as np


def sigmoid_bce_grad(z, y):
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return (p - y) * p * (1 - p) / len(y)


# %% wrong: the long product gives NaN for large logits
import numpy as np


def sigmoid_bce_grad(z, y):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-z))
        dp = (-y / p + (1 - y) / (1 - p)) / len(y)
        return dp * p * (1 - p)


# %% wrong: the logits are taken as probabilities, without a sigmoid
import numpy as np


def sigmoid_bce_grad(z, y):
    return np.array([(a - b) / len(z) for a, b in zip(z, y)])
