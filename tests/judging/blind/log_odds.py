# %% right
import numpy as np


def log_odds(p):
    with np.errstate(divide="ignore"):
        return np.log(p) - np.log1p(-p)


# %% wrong: the odds without the logarithm
import numpy as np


def log_odds(p):
    with np.errstate(divide="ignore"):
        return p / (1 - p)


# %% wrong: logarithm to base 2
import numpy as np


def log_odds(p):
    with np.errstate(divide="ignore"):
        return np.log2(p) - np.log2(1 - p)


# %% wrong: the odds against the event
import numpy as np


def log_odds(p):
    with np.errstate(divide="ignore"):
        return np.log((1 - p) / p)


# %% wrong: clips the probabilities
import numpy as np


def log_odds(p):
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return np.log(q / (1 - q))


# %% wrong: the sigmoid, the way back
import numpy as np


def log_odds(p):
    return 1 / (1 + np.exp(-p))
