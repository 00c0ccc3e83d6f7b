# %% right
import numpy as np


def linreg_fit_simple(x, y):
    mx, my = x.mean(), y.mean()
    dx = x - mx
    dy = y - my
    slope = np.sum(dx * dy) / np.sum(dx * dx)
    return np.array([my - slope * mx, slope])


# %% wrong: slope first, then intercept
import numpy as np


def linreg_fit_simple(x, y):
    dx = x - x.mean()
    b1 = np.sum(dx * (y - y.mean())) / np.sum(dx ** 2)
    b0 = y.mean() - b1 * x.mean()
    return np.array([b1, b0])


# %% wrong: divides by the squares of y, so x is fitted to y
import numpy as np


def linreg_fit_simple(x, y):
    dx = x - x.mean()
    dy = y - y.mean()
    den = np.sum(dy ** 2)
    b1 = np.sum(dx * dy) / den if den > 0 else 0.0
    return np.array([y.mean() - b1 * x.mean(), b1])


# %% wrong: covariance with n - 1 and variance with n
import numpy as np


def linreg_fit_simple(x, y):
    n = len(x)
    cov = np.sum((x - x.mean()) * (y - y.mean())) / (n - 1)
    b1 = cov / np.var(x)
    return np.array([y.mean() - b1 * x.mean(), b1])


# %% wrong: the line through the leftmost and the rightmost point
import numpy as np


def linreg_fit_simple(x, y):
    lo, hi = np.argmin(x), np.argmax(x)
    b1 = (y[hi] - y[lo]) / (x[hi] - x[lo])
    return np.array([y[lo] - b1 * x[lo], b1])


# %% wrong: the line is forced through the origin
import numpy as np


def linreg_fit_simple(x, y):
    sxx = 0.0
    sxy = 0.0
    for a, b in zip(x, y):
        sxx += a * a
        sxy += a * b
    return np.array([0.0, sxy / sxx])
