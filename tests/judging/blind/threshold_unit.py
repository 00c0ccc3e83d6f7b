# %% right
import numpy as np


def threshold_unit(z, theta):
    return (z > theta).astype(np.int64)


# %% wrong: fires at the threshold too
import numpy as np


def threshold_unit(z, theta):
    return np.where(z >= theta, 1, 0).astype(np.int64)


# %% wrong: adds the threshold in place of comparing with it
import numpy as np


def threshold_unit(z, theta):
    return (z + theta > 0).astype(np.int64)


# %% wrong: returns -1 in place of 0
import numpy as np


def threshold_unit(z, theta):
    return np.array([1 if s > theta else -1 for s in z], dtype=np.int64)


# %% wrong: ignores theta and compares with 0
import numpy as np


def threshold_unit(z, theta):
    out = np.zeros(len(z), dtype=np.int64)
    for i in range(len(z)):
        if z[i] > 0:
            out[i] = 1
    return out


# %% wrong: the comparison is the wrong way round
import numpy as np


def threshold_unit(z, theta):
    return (z < theta).astype(np.int64)
