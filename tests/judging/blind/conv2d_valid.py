# %% right
import numpy as np


def conv2d_valid(x, k):
    h, w = x.shape
    f, g = k.shape
    H, W = h - f + 1, w - g + 1
    out = np.zeros((H, W))
    for a in range(f):
        for b in range(g):
            out += k[a, b] * x[a:a + H, b:b + W]
    return out


# %% wrong: turns the kernel by 180 degrees
import numpy as np


def conv2d_valid(x, k):
    k = k[::-1, ::-1]
    h, w = x.shape
    f, g = k.shape
    out = np.zeros((h - f + 1, w - g + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + f, j:j + g] * k)
    return out


# %% wrong: the last row and the last column of positions are missing
import numpy as np


def conv2d_valid(x, k):
    h, w = x.shape
    f, g = k.shape
    out = np.zeros((h - f, w - g))
    for i in range(h - f):
        for j in range(w - g):
            out[i, j] = np.sum(x[i:i + f, j:j + g] * k)
    return out


# %% wrong: pads with zeros to keep the size of the image
import numpy as np


def conv2d_valid(x, k):
    h, w = x.shape
    f, g = k.shape
    xp = np.zeros((h + f - 1, w + g - 1))
    top, left = (f - 1) // 2, (g - 1) // 2
    xp[top:top + h, left:left + w] = x
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = np.sum(xp[i:i + f, j:j + g] * k)
    return out


# %% wrong: the mean of the products and not their sum
import numpy as np


def conv2d_valid(x, k):
    h, w = x.shape
    f, g = k.shape
    return np.array([[np.mean(x[i:i + f, j:j + g] * k) for j in range(w - g + 1)] for i in range(h - f + 1)])


# %% wrong: assumes a square kernel and uses its height for both sides
import numpy as np


def conv2d_valid(x, k):
    h, w = x.shape
    f = k.shape[0]
    g = min(f, k.shape[1])
    H, W = h - f + 1, w - f + 1
    out = np.zeros((max(H, 0), max(W, 0)))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + f, j:j + g] * k[:, :g])
    return out
