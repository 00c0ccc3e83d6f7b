# %% right
import numpy as np


def conv2d(x, k, p, s):
    xp = np.pad(x, p)
    f, g = k.shape
    H = (xp.shape[0] - f) // s + 1
    W = (xp.shape[1] - g) // s + 1
    out = np.zeros((H, W))
    for a in range(f):
        for b in range(g):
            out += k[a, b] * xp[a:a + (H - 1) * s + 1:s, b:b + (W - 1) * s + 1:s]
    return out


# %% wrong: the stride is not used for the places, only for the size of the result
import numpy as np


def conv2d(x, k, p, s):
    xp = np.pad(x, p)
    f, g = k.shape
    H = (xp.shape[0] - f) // s + 1
    W = (xp.shape[1] - g) // s + 1
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(xp[i:i + f, j:j + g] * k)
    return out


# %% wrong: the kernel is turned
import numpy as np


def conv2d(x, k, p, s):
    xp = np.pad(x, p)
    kk = np.flip(k)
    f, g = k.shape
    return np.array([[np.sum(xp[i:i + f, j:j + g] * kk)
                      for j in range(0, xp.shape[1] - g + 1, s)]
                     for i in range(0, xp.shape[0] - f + 1, s)])


# %% wrong: the border is padded with copies of its pixels
import numpy as np


def conv2d(x, k, p, s):
    xp = np.pad(x, p, mode="edge")
    f, g = k.shape
    return np.array([[np.sum(xp[i:i + f, j:j + g] * k)
                      for j in range(0, xp.shape[1] - g + 1, s)]
                     for i in range(0, xp.shape[0] - f + 1, s)])


# %% wrong: the number of positions is rounded up, the kernel also reaches over the end
import numpy as np


def conv2d(x, k, p, s):
    h, w = x.shape
    f, g = k.shape
    H = -(-(h + 2 * p - f) // s) + 1
    W = -(-(w + 2 * p - g) // s) + 1
    xp = np.zeros(((H - 1) * s + f, (W - 1) * s + g))
    xp[p:p + h, p:p + w] = x[:xp.shape[0] - p, :xp.shape[1] - p]
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(xp[i * s:i * s + f, j * s:j * s + g] * k)
    return out


# %% wrong: padding only above and on the left
import numpy as np


def conv2d(x, k, p, s):
    xp = np.pad(x, ((p, 0), (p, 0)))
    f, g = k.shape
    H = max((xp.shape[0] - f) // s + 1, 0)
    W = max((xp.shape[1] - g) // s + 1, 0)
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(xp[i * s:i * s + f, j * s:j * s + g] * k)
    return out
