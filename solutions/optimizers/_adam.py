"""The compiled Adam step: one pass over memory, where NumPy makes fifteen."""

import math

from gradkata.jit import FUSED, kernel


@kernel(flags=FUSED)
def _corrections(t, lr, b1, b2, eps):
    """The rate and the epsilon that include the corrections of both moments.

    lr * (m / c1) / (sqrt(v / c2) + eps) = (lr * sqrt(c2) / c1) * m / (sqrt(v) + eps * sqrt(c2)), which
    leaves one division and one root for each weight.
    """
    root = math.sqrt(1.0 - b2**t)
    return lr * root / (1.0 - b1**t), eps * root


@kernel("void(f8[::1], f8[::1], f8[::1], f8[::1], i8, f8, f8, f8, f8)", flags=FUSED)
def step_in_place(w, m, v, g, t, lr, b1, b2, eps):
    """Change ``w``, ``m`` and ``v``; shapes: ``(d),(d),(d),(d)``."""
    if len(m) != len(w) or len(v) != len(w) or len(g) != len(w):
        raise ValueError("adam_step: the shapes are not (d),(d),(d),(d)")
    rate, floor = _corrections(t, lr, b1, b2, eps)
    for i in range(len(w)):
        m[i] = b1 * m[i] + (1.0 - b1) * g[i]
        v[i] = b2 * v[i] + (1.0 - b2) * (g[i] * g[i])
        w[i] -= rate * m[i] / (math.sqrt(v[i]) + floor)
