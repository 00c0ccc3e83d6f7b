# %% right
import numpy as np


def huber_loss(y, yhat, delta):
    a = np.abs(yhat - y)
    return float(np.mean(np.where(a <= delta, 0.5 * a * a, delta * (a - 0.5 * delta))))


# %% wrong: the line lacks the constant, so that the loss jumps at delta
import numpy as np


def huber_loss(y, yhat, delta):
    e = np.abs(yhat - y)
    return float(np.mean(np.where(e <= delta, 0.5 * e ** 2, delta * e)))


# %% wrong: the error is compared with delta without its absolute value
import numpy as np


def huber_loss(y, yhat, delta):
    total = 0.0
    for a, b in zip(y, yhat):
        e = b - a
        if e <= delta:
            total += 0.5 * e ** 2
        else:
            total += delta * abs(e) - 0.5 * delta ** 2
    return float(total / len(y))


# %% wrong: smooth L1, divided by delta
import numpy as np


def huber_loss(y, yhat, delta):
    e = np.abs(y - yhat)
    return float(np.mean(np.where(e <= delta, 0.5 * e ** 2 / delta, e - 0.5 * delta)))


# %% wrong: the sum over the samples
import numpy as np


def huber_loss(y, yhat, delta):
    e = np.abs(y - yhat)
    return float(np.sum(np.where(e <= delta, 0.5 * e ** 2, delta * e - 0.5 * delta ** 2)))


# %% wrong: the parabola lacks the factor one half
import numpy as np


def huber_loss(y, yhat, delta):
    e = np.abs(y - yhat)
    small = e <= delta
    losses = delta * e - 0.5 * delta ** 2
    losses[small] = e[small] ** 2
    return float(losses.mean())
