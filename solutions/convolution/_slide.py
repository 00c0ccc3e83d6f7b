"""The compiled convolution: row by row, so that the innermost loop runs along memory."""

import numpy as np

from gradkata.jit import FUSED, kernel


@kernel("f8[:,::1](f8[:,::1], f8[:,::1], i8)", flags=FUSED)
def slide(x, k, s):
    """The sum of products at each position of a kernel, with stride s: ``(h,w),(f,g),() -> (m,n)``."""
    (h, w), (f, g) = x.shape, k.shape
    sums = np.zeros(((h - f) // s + 1, (w - g) // s + 1))
    for i in range(sums.shape[0]):
        for a in range(f):
            for b in range(g):
                weight = k[a, b]
                for j in range(sums.shape[1]):
                    sums[i, j] += weight * x[i * s + a, j * s + b]
    return sums
