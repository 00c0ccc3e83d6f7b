# %% right
import numpy as np


def zero_pad2d(x, p):
    h, w = x.shape
    out = np.zeros((h + 2 * p, w + 2 * p))
    out[p:p + h, p:p + w] = x
    return out


# %% wrong: copies the border instead of zeros
import numpy as np


def zero_pad2d(x, p):
    if x.size == 0:
        return np.zeros((x.shape[0] + 2 * p, x.shape[1] + 2 * p))
    return np.pad(x, p, mode="edge")


# %% wrong: pads only below and on the right
import numpy as np


def zero_pad2d(x, p):
    h, w = x.shape
    out = np.zeros((h + 2 * p, w + 2 * p))
    out[:h, :w] = x
    return out


# %% wrong: the slice p:-p is empty where p is 0, so that the image is lost
import numpy as np


def zero_pad2d(x, p):
    h, w = x.shape
    out = np.zeros((h + 2 * p, w + 2 * p))
    if p > 0:
        out[p:-p, p:-p] = x
    return out


# %% wrong: p rows and columns in all, not on each side
import numpy as np


def zero_pad2d(x, p):
    top = p // 2
    bottom = p - top
    return np.pad(x, ((top, bottom), (top, bottom)))


# %% wrong: pads only the columns and not the rows
import numpy as np


def zero_pad2d(x, p):
    h = x.shape[0]
    side = np.zeros((h, p))
    return np.hstack([side, x, side])
