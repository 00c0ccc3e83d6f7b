"""The compiled convolution and pooling: row by row, so that the innermost loops run along memory."""

from gradkata.jit import EXACT, FUSED, kernel


@kernel("void(f8[:,::1], f8[:,::1], i8, f8[:,::1])", flags=FUSED)
def slide(x, k, s, sums):
    """The sum of products at each position of a kernel, with stride s: ``(h,w),(f,g),(),(m,n)``."""
    (f, g), n = k.shape, sums.shape[1]
    for i in range(sums.shape[0]):
        row = sums[i]
        row[:] = 0.0
        for a in range(f):
            for b in range(g):
                weight, pixels = k[a, b], x[i * s + a, b:]
                if s == 1:  # by itself, because steps of a known length can be vectorised
                    for j in range(n):
                        row[j] += weight * pixels[j]
                else:
                    for j in range(n):
                        row[j] += weight * pixels[j * s]


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
