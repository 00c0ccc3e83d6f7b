# %% right
import numpy as np


def mean_median(y):
    s = np.sort(y)
    n = len(s)
    median = 0.5 * (s[(n + 1) // 2 - 1] + s[n // 2])
    return float(np.mean(y)), float(median)


# %% wrong: the median is taken without sorting
import numpy as np


def mean_median(y):
    n = len(y)
    mean = float(np.sum(y) / n)
    if n % 2 == 1:
        return mean, float(y[n // 2])
    return mean, float((y[n // 2 - 1] + y[n // 2]) / 2)


# %% wrong: for an even n the upper of the two middle numbers
import numpy as np


def mean_median(y):
    s = sorted(y)
    return float(sum(s) / len(s)), float(s[len(s) // 2])


# %% wrong: the order of the results is reversed
import numpy as np


def mean_median(y):
    return float(np.median(y)), float(np.mean(y))


# %% wrong: equal numbers count only once for the median
import numpy as np


def mean_median(y):
    return float(np.mean(y)), float(np.median(np.unique(y)))


# %% wrong: sorts the argument in place
import numpy as np


def mean_median(y):
    y.sort()
    n = len(y)
    if n % 2:
        med = y[n // 2]
    else:
        med = (y[n // 2 - 1] + y[n // 2]) / 2
    return float(y.mean()), float(med)
