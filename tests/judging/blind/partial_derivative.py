# %% right
import numpy as np


def partial_derivative(f, x, i, h):
    up = np.array(x, dtype=float)
    down = np.array(x, dtype=float)
    up[i] += h
    down[i] -= h
    return float((f(up) - f(down)) / (2 * h))


# %% wrong: all variables move
import numpy as np


def partial_derivative(f, x, i, h):
    return float((f(x + h) - f(x - h)) / (2 * h))


# %% wrong: y = x is no copy, so both points are the same array
import numpy as np


def partial_derivative(f, x, i, h):
    up = x
    down = x
    up[i] = up[i] + h
    down[i] = down[i] - h
    return float((f(up) - f(down)) / (2 * h))


# %% wrong: forward difference
import numpy as np


def partial_derivative(f, x, i, h):
    y = x.copy()
    y[i] += h
    return float((f(y) - f(x)) / h)


# %% wrong: the index counts from 1
import numpy as np


def partial_derivative(f, x, i, h):
    e = np.zeros(len(x))
    e[i - 1] = h
    return float((f(x + e) - f(x - e)) / (2 * h))


# %% wrong: the second point starts from the first one, it lies at x and not at x - h
import numpy as np


def partial_derivative(f, x, i, h):
    y = x.copy()
    y[i] += h
    upper = f(y)
    y[i] -= h
    lower = f(y)
    return float((upper - lower) / (2 * h))
