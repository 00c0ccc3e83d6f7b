# %% right
import numpy as np


def minibatch_slices(n, m):
    rows = [(start, min(start + m, n)) for start in range(0, n, m)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


# %% wrong: the smaller batch at the end is left out
import numpy as np


def minibatch_slices(n, m):
    rows = [(k * m, (k + 1) * m) for k in range(n // m)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


# %% wrong: the stop of the last batch lies beyond n
import numpy as np


def minibatch_slices(n, m):
    start = np.arange(0, n, m, dtype=np.int64)
    return np.stack([start, start + m], axis=1)


# %% wrong: an empty batch at the end where m divides n
import numpy as np


def minibatch_slices(n, m):
    rows = [[k * m, min((k + 1) * m, n)] for k in range(n // m + 1)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


# %% wrong: the stop is the last index of the batch
import numpy as np


def minibatch_slices(n, m):
    rows = []
    start = 0
    while start < n:
        rows.append([start, min(start + m, n) - 1])
        start += m
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


# %% wrong: takes m as the number of batches
import numpy as np


def minibatch_slices(n, m):
    size = max(-(-n // m), 1)
    rows = [[s, min(s + size, n)] for s in range(0, n, size)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)
