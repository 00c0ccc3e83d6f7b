"""The largest number of each window of a map.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 9.3.
"""

import numpy as np

from . import _slide


def max_pool2d(x: np.ndarray, f: int, s: int) -> np.ndarray:
    """The largest number of each window: first of each column of f rows, then of f of these.

    Shapes: ``(h,w),i8(),i8()->((h-f)//s+1,(w-f)//s+1)``; f <= h and f <= w.
    """
    h, w = x.shape
    largest, columns = np.empty(((h - f) // s + 1, (w - f) // s + 1)), np.empty(w)
    try:
        _slide.pool(x, f, s, largest, columns)
    except TypeError:  # compiled only for writable float64 arrays in C order
        _slide.pool(np.array(x, dtype=np.float64, order="C"), int(f), int(s), largest, columns)
    return largest


def max_pool2d_numpy(x: np.ndarray, f: int, s: int) -> np.ndarray:
    """Loop over the results: the window of result (i, j) begins at (i * s, j * s)."""
    h, w = x.shape
    result = np.zeros(((h - f) // s + 1, (w - f) // s + 1))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            result[i, j] = x[i * s : i * s + f, j * s : j * s + f].max()
    return result


def max_pool2d_windows(x: np.ndarray, f: int, s: int) -> np.ndarray:
    """The same with a view of all windows, of which every s-th is used."""
    windows = np.lib.stride_tricks.sliding_window_view(x, (f, f))
    return windows[::s, ::s].max(axis=(2, 3)).astype(np.float64)


def max_pool2d_shifts(x: np.ndarray, f: int, s: int) -> np.ndarray:
    """The same as the maximum of shifted maps, one for each place in the window."""
    down, across = x.shape[0] - f + 1, x.shape[1] - f + 1
    best = np.full((down, across), -np.inf)
    for a in range(f):
        for b in range(f):
            best = np.maximum(best, x[a : a + down, b : b + across])
    return best[::s, ::s].copy()


def max_pool2d_lists(x: np.ndarray, f: int, s: int) -> np.ndarray:
    """The same with lists: the largest of each column of f rows, then the largest of f of these."""
    rows = x.tolist()
    pooled = []
    for top in range(0, len(rows) - f + 1, s):
        highest = [max(column) for column in zip(*rows[top : top + f], strict=True)]
        pooled.append([max(highest[left : left + f]) for left in range(0, len(highest) - f + 1, s)])
    return np.array(pooled, dtype=np.float64)
