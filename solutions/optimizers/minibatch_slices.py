"""Start and stop of every mini-batch.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 8.1.3.
"""

import numpy as np


def minibatch_slices(n: int, m: int) -> np.ndarray:
    """A row of start and stop for each batch, the last one possibly smaller.

    Shapes: ``i8(),i8()->i8(b,2)``; n >= 0, m >= 1, b = ceil(n / m).
    """
    edges = np.append(np.arange(0, n, m, dtype=np.int64), n)
    return np.column_stack([edges[:-1], edges[1:]])


def minibatch_slices_numpy(n: int, m: int) -> np.ndarray:
    """A batch stops where the next one starts, but never after the last sample."""
    starts = np.arange(0, n, m)
    stops = np.minimum(starts + m, n)
    return np.stack([starts, stops], axis=1)


def minibatch_slices_loop(n: int, m: int) -> np.ndarray:
    """The same, one batch after the other."""
    rows, start = [], 0
    while start < n:
        stop = min(start + m, n)
        rows.append([start, stop])
        start = stop
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def minibatch_slices_counted(n: int, m: int) -> np.ndarray:
    """The same from the number of batches, n / m rounded up."""
    result = np.empty((-(-n // m), 2), dtype=np.int64)
    for k in range(len(result)):
        result[k] = k * m, n if k == len(result) - 1 else (k + 1) * m
    return result
