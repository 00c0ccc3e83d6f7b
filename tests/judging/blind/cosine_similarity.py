# %% right
import numpy as np


def cosine_similarity(u, v):
    mu = np.max(np.abs(u))
    mv = np.max(np.abs(v))
    if mu == 0 or mv == 0:
        return 0.0
    a = u / mu
    b = v / mv
    return float(np.dot(a, b) / (np.sqrt(np.dot(a, a)) * np.sqrt(np.dot(b, b))))


# %% wrong: the dot product without the lengths
import numpy as np


def cosine_similarity(u, v):
    return float(np.dot(u, v))


# %% wrong: squares overflow or vanish for very long and very short vectors
import numpy as np


def cosine_similarity(u, v):
    with np.errstate(all="ignore"):
        n = np.sqrt(np.sum(u ** 2)) * np.sqrt(np.sum(v ** 2))
        if n == 0:
            return 0.0
        return float(np.dot(u, v) / n)


# %% wrong: NaN where a vector is zero
import numpy as np


def cosine_similarity(u, v):
    with np.errstate(all="ignore"):
        a = u / np.max(np.abs(u))
        b = v / np.max(np.abs(v))
        return float(np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b)))


# %% wrong: the distance 1 - cos
import numpy as np


def cosine_similarity(u, v):
    mu, mv = np.abs(u).max(), np.abs(v).max()
    if mu == 0 or mv == 0:
        return 0.0
    a, b = u / mu, v / mv
    return float(1 - a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


# %% wrong: the means are subtracted first, which gives the correlation
import numpy as np


def cosine_similarity(u, v):
    mu, mv = np.abs(u).max(), np.abs(v).max()
    if mu == 0 or mv == 0:
        return 0.0
    a, b = u / mu, v / mv
    a = a - a.mean()
    b = b - b.mean()
    n = np.linalg.norm(a) * np.linalg.norm(b)
    if n == 0:
        return 0.0
    return float(a @ b / n)
