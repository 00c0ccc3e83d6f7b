# %% right
import numpy as np


def odds(p):
    out = np.full(len(p), np.inf)
    below = p < 1.0
    out[below] = p[below] / (1.0 - p[below])
    return out


# %% wrong: the odds against the event
import numpy as np


def odds(p):
    with np.errstate(divide="ignore"):
        return (1 - p) / p


# %% wrong: the logarithm of the odds
import numpy as np


def odds(p):
    with np.errstate(divide="ignore"):
        return np.log(p) - np.log(1 - p)


# %% wrong: clips the probabilities, so that a certain event has finite odds
import numpy as np


def odds(p):
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return q / (1 - q)


# %% wrong: takes the probabilities as percentages
import numpy as np


def odds(p):
    return p / (100 - p)


# %% wrong: returns 0 for a certain event
import numpy as np


def odds(p):
    out = np.zeros(len(p))
    for i, v in enumerate(p):
        if v != 1:
            out[i] = v / (1 - v)
    return out
