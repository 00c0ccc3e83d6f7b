# %% right
import numpy as np


def unit_vector(v):
    if v.size == 0:
        return np.zeros(v.shape)
    m = np.max(np.abs(v))
    if m == 0.0:
        return np.zeros(v.shape)
    u = v / m
    return u / np.sqrt(np.sum(u * u))


# %% wrong: divides by the norm without a case for the zero vector, which gives NaN
import numpy as np


def unit_vector(v):
    if len(v) == 0:
        return np.zeros(0)
    scale = np.abs(v).max()
    u = v / scale
    return u / np.linalg.norm(u)


# %% wrong: divides by the largest component (maximum norm) and not by the Euclidean length
import numpy as np


def unit_vector(v):
    if v.size == 0 or not np.any(v):
        return np.zeros_like(v)
    return v / np.max(np.abs(v))


# %% wrong: squares the components directly, so that very short and very long vectors lose their length
import numpy as np


def unit_vector(v):
    length = np.sqrt(np.sum(v ** 2))
    if length == 0:
        return np.zeros_like(v)
    return v / length


# %% wrong: forgets the root and divides by the squared length
import numpy as np


def unit_vector(v):
    squares = 0.0
    for c in v:
        squares += c * c
    if squares == 0.0:
        return np.zeros(len(v))
    return v / squares


# %% wrong: adds a small epsilon to the length in place of a case for zero
import numpy as np


def unit_vector(v):
    return v / (np.linalg.norm(v) + 1e-12)
