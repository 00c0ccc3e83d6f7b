"""The compiled steps of a simple recurrent network and of a gated recurrent unit: one pass over the weights."""

import numpy as np

from gradkata.jit import FUSED, SUMS, kernel

from ..activations._softmax import _exp as exp
from ._lstm import _expm1 as expm1


@kernel(flags=FUSED)
def _tanh(z):
    """Replace each number by its hyperbolic tangent."""
    for i in range(len(z)):
        e = expm1(-2.0 * z[i])
        z[i] = -e / (2.0 + e)


@kernel(flags=SUMS)
def _weigh(W, z, b, sums):
    """Write ``W @ z + b`` into ``sums``: ``(n,m),(m),(n),(n)``. Four rows at once: z is loaded once for all of them."""
    n, m = W.shape
    whole = n - n % 4
    for i in range(0, whole, 4):
        s0, s1, s2, s3 = b[i], b[i + 1], b[i + 2], b[i + 3]
        for j in range(m):
            s0 += W[i, j] * z[j]
            s1 += W[i + 1, j] * z[j]
            s2 += W[i + 2, j] * z[j]
            s3 += W[i + 3, j] * z[j]
        sums[i], sums[i + 1], sums[i + 2], sums[i + 3] = s0, s1, s2, s3
    for i in range(whole, n):
        last = b[i]
        for j in range(m):
            last += W[i, j] * z[j]
        sums[i] = last


@kernel(flags=FUSED)
def _softmax(z):
    """Replace the scores by their probabilities."""
    top = z[0]
    for score in z:
        top = max(top, score)
    total = 0.0
    for i in range(len(z)):
        z[i] = exp(z[i] - top)
        total += z[i]
    for i in range(len(z)):
        z[i] /= total


@kernel("void(f8[::1], f8[::1], f8[:,::1], f8[::1], f8[:,::1], f8[::1], f8[::1], f8[::1])", flags=FUSED)
def simple(a, x, Wa, ba, Wy, by, state, output):
    """Write the new state and the probabilities: ``(h),(d),(h,h+d),(h),(k,h),(k),(h),(k)``."""
    h, k = len(a), len(by)
    if (
        Wa.shape != (h, h + len(x))
        or len(ba) != h
        or Wy.shape != (k, h)
        or len(state) != h
        or len(output) != k
    ):
        raise ValueError("rnn_step: the shapes are not (h),(d),(h,h+d),(h),(k,h),(k)")
    seen = np.empty(h + len(x))
    seen[:h] = a
    seen[h:] = x
    _weigh(Wa, seen, ba, state)
    _tanh(state)
    _weigh(Wy, state, by, output)
    _softmax(output)


@kernel("void(f8[::1], f8[::1], f8[:,:,::1], f8[:,::1])", flags=FUSED)
def gated(c, x, W, b):
    """Change the state ``c``: ``(h),(d),(3,h,h+d),(3,h)``, candidate, update and reset."""
    h = len(c)
    if W.shape != (3, h, h + len(x)) or b.shape != (3, h):
        raise ValueError("gru_step: the shapes are not (h),(d),(3,h,h+d),(3,h)")
    seen, sums = np.empty(h + len(x)), np.empty((3, h))
    seen[:h] = c
    seen[h:] = x
    _weigh(W[1], seen, b[1], sums[1])
    _weigh(W[2], seen, b[2], sums[2])
    for i in range(h):
        seen[i] = c[i] / (2.0 + expm1(-sums[2, i]))
    _weigh(W[0], seen, b[0], sums[0])
    _tanh(sums[0])
    for i in range(h):
        update = 1.0 / (2.0 + expm1(-sums[1, i]))
        c[i] = update * sums[0, i] + (1.0 - update) * c[i]
