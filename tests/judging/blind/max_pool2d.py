# %% right
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    H, W = (h - f) // s + 1, (w - f) // s + 1
    out = np.empty((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = x[i * s:i * s + f, j * s:j * s + f].max()
    return out


# %% wrong: ignores the stride and uses the side of the window
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    H, W = h // f, w // f
    return x[:H * f, :W * f].reshape(H, f, W, f).max(axis=(1, 3))


# %% wrong: the largest number is sought from 0 on, so negative windows give 0
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    out = np.zeros(((h - f) // s + 1, (w - f) // s + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            best = 0.0
            for a in range(f):
                for b in range(f):
                    best = max(best, x[i * s + a, j * s + b])
            out[i, j] = best
    return out


# %% wrong: mean pooling
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    return np.array([[x[i:i + f, j:j + f].mean() for j in range(0, w - f + 1, s)] for i in range(0, h - f + 1, s)])


# %% wrong: windows that stick out at the end are used too
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    return np.array([[x[i:i + f, j:j + f].max() for j in range(0, w, s)] for i in range(0, h, s)])


# %% wrong: the largest absolute value
import numpy as np


def max_pool2d(x, f, s):
    h, w = x.shape
    H, W = (h - f) // s + 1, (w - f) // s + 1
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.abs(x[i * s:i * s + f, j * s:j * s + f]).max()
    return out
