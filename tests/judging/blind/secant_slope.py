# %% right
import numpy as np


def secant_slope(x1, y1, x2, y2):
    if x1 == x2:
        return float("nan")
    return float((y2 - y1) / (x2 - x1))


# %% wrong: run over rise, the reciprocal of the slope
import numpy as np


def secant_slope(x1, y1, x2, y2):
    if x1 == x2 or y1 == y2:
        return float("nan")
    return (x2 - x1) / (y2 - y1)


# %% wrong: the differences are taken in opposite orders, so the sign is reversed
import numpy as np


def secant_slope(x1, y1, x2, y2):
    if x1 == x2:
        return np.nan
    return (y2 - y1) / (x1 - x2)


# %% wrong: the result is infinity for a vertical line
import numpy as np


def secant_slope(x1, y1, x2, y2):
    dx = x2 - x1
    dy = y2 - y1
    if dx == 0:
        return float("inf")
    return dy / dx


# %% wrong: returns the angle of the line
import numpy as np


def secant_slope(x1, y1, x2, y2):
    if x1 == x2:
        return np.nan
    return float(np.arctan((y2 - y1) / (x2 - x1)))


# %% wrong: the absolute value of the run is used, so that points in the other order give the wrong sign
import numpy as np


def secant_slope(x1, y1, x2, y2):
    run = abs(x2 - x1)
    if run == 0:
        return np.nan
    return (y2 - y1) / run
