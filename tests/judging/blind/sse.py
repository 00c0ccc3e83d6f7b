# %% right
import numpy as np


def sse(y, yhat):
    d = yhat - y
    return float(np.sum(d * d))


# %% wrong: the mean
import numpy as np


def sse(y, yhat):
    if len(y) == 0:
        return 0.0
    return float(np.mean((yhat - y) ** 2))


# %% wrong: the square of the sum
import numpy as np


def sse(y, yhat):
    return float(np.sum(yhat - y) ** 2)


# %% wrong: absolute errors
import numpy as np


def sse(y, yhat):
    return float(sum(abs(a - b) for a, b in zip(y, yhat)))


# %% wrong: the total sum of squares about the mean of y, the predictions are not used
import numpy as np


def sse(y, yhat):
    if len(y) == 0:
        return 0.0
    return float(np.sum((y - y.mean()) ** 2))


# %% wrong: half of the sum
import numpy as np


def sse(y, yhat):
    return float(0.5 * np.dot(yhat - y, yhat - y))
