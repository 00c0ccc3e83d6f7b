"""The compiled softmax of a row: its exponentials are polynomials, so that they can be vectorised.

Numba calls the C library's exponential for one number at a time, which is slower than NumPy's.
"""

import math

import numpy as np

from gradkata.jit import FUSED, SUMS, kernel

_ROUND = 1.5 * 2.0**52  # adding it and subtracting it again rounds to an integer, without a branch
_LN2_HIGH, _LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10  # their sum is ln 2
_SERIES = tuple(1.0 / math.factorial(k) for k in range(12, 1, -1))
_CACHED = 2048  # numbers
_LEAST = -708.0  # below it the exponential is no longer a normal number, and counts as 0


@kernel(flags=FUSED)
def _exp(x):
    """exp(x) for x <= 0, to the last bit but one: 2^k (1 + r + ...) with |r| <= ln(2) / 2."""
    bounded = max(x, _LEAST)  # x comes first, so that a NaN, which fails every comparison, is kept
    shifted = bounded * 1.4426950408889634 + _ROUND
    k = shifted - _ROUND
    r = bounded - k * _LN2_HIGH - k * _LN2_LOW
    p = 0.0
    for coefficient in _SERIES:
        p = p * r + coefficient
    power = np.int64((np.float64(shifted).view(np.int64) + 1023) << 52).view(np.float64)
    return 0.0 if x < _LEAST else power * (p * r * r + r) + power


@kernel()
def _largest(z):
    """The largest entry of a row; four at once, because each comparison waits for the one before."""
    a = b = c = d = z[0]
    whole = len(z) - len(z) % 4
    for i in range(0, whole, 4):
        a, b, c, d = max(a, z[i]), max(b, z[i + 1]), max(c, z[i + 2]), max(d, z[i + 3])
    for i in range(whole, len(z)):
        a = max(a, z[i])
    return max(max(a, b), max(c, d))


@kernel(flags=SUMS)
def weigh(Z, E, first, last):
    """Write exp(z - max z) of the rows from ``first`` up to ``last``, exclusive, into ``E``: ``(n,k),(n,k)``.

    The exponentials of all these rows are computed in one loop, because a row may be shorter than a vector.
    """
    k = Z.shape[1]
    for i in range(first, last):
        top = _largest(Z[i])
        for j in range(k):
            E[i, j] = Z[i, j] - top
    flat = E.reshape(E.size)[first * k : last * k]
    for p in range(len(flat)):
        flat[p] = _exp(flat[p])


@kernel(flags=SUMS)
def total(e):
    """The sum of a row: ``(k)->()``."""
    found = 0.0
    for j in range(len(e)):
        found += e[j]
    return found


@kernel()
def rows_at_once(k):
    """How many rows of k numbers stay in the first-level cache while they are worked on."""
    return max(1, _CACHED // k)


@kernel("void(f8[:,::1], f8[:,::1])", flags=FUSED)
def rows(Z, P):
    """Write the softmax of every row into ``P``: ``(n,k),(n,k)``."""
    n, k = Z.shape
    block = rows_at_once(k)
    for first in range(0, n, block):
        last = min(first + block, n)
        weigh(Z, P, first, last)
        for i in range(first, last):
            share = 1.0 / total(P[i])
            for j in range(k):
                P[i, j] *= share


@kernel("void(f8[:,::1], f8[:,::1])", flags=FUSED)
def jacobian(Z, J):
    """Write the derivative of each probability with respect to each logit into ``J``: ``(1,k),(k,k)``."""
    k = Z.shape[1]
    P = np.empty((1, k))
    weigh(Z, P, 0, 1)
    p = P[0]
    share = 1.0 / total(p)
    for j in range(k):
        p[j] *= share
    for i in range(k):
        for j in range(k):
            J[i, j] = -p[i] * p[j]
        J[i, i] = p[i] * (1.0 - p[i])
