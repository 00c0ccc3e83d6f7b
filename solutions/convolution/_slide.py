"""The compiled convolution and pooling: row by row, so that the innermost loops run along memory."""

import numpy as np

from gradkata.jit import EXACT, FUSED, kernel


@kernel(flags=EXACT)
def _apart(x, g, s):
    """The columns that a kernel of width g meets together, side by side: ``(h,w),(),()->(h,min(g,s),l)``."""
    h, w = x.shape
    columns = np.zeros((h, min(g, s), (w - 1) // s + 1))
    for r in range(h):
        for c in range(columns.shape[1]):
            for j in range((w - 1 - c) // s + 1):
                columns[r, c, j] = x[r, c + j * s]
    return columns


@kernel("void(f8[:,::1], f8[:,::1], i8, f8[:,::1])", flags=FUSED)
def slide(x, k, s, sums):
    """The sum of products at each position of a kernel, with stride s: ``(h,w),(f,g),(),(m,n)``."""
    (h, w), (f, g) = x.shape, k.shape
    columns = x.reshape((h, 1, w)) if s == 1 else _apart(x, g, s)
    for i in range(sums.shape[0]):
        row = sums[i]
        row[:] = 0.0
        for a in range(f):
            for b in range(g):
                weight, pixels = k[a, b], columns[i * s + a, b % s, b // s :]
                for j in range(len(row)):
                    row[j] += weight * pixels[j]


@kernel(flags=EXACT)
def _larger(a, b):
    """The larger one; a NaN if there is one, as in NumPy."""
    return b if b > a or b != b else a


@kernel("void(f8[:,::1], i8, i8, f8[:,::1], f8[::1])", flags=EXACT)
def pool(x, f, s, largest, columns):
    """The largest number of each window: ``(h,w),(),(),(m,n),(w)``, where `columns` is used as memory."""
    for i in range(largest.shape[0]):
        columns[:] = x[i * s]
        for a in range(1, f):
            for j in range(len(columns)):
                columns[j] = _larger(columns[j], x[i * s + a, j])
        for j in range(largest.shape[1]):
            best = columns[j * s]
            for b in range(1, f):
                best = _larger(best, columns[j * s + b])
            largest[i, j] = best
