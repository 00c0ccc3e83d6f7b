"""The compiled gradient step: one pass over memory, while NumPy makes one for each operation."""

from gradkata.jit import FUSED, kernel


@kernel("void(f8[::1], f8[::1], f8)", flags=FUSED)
def step_in_place(w, g, lr):
    """Subtract ``lr * g`` from ``w``; shapes: ``(d),(d),()``."""
    if len(g) != len(w):
        raise ValueError("gd_step: the shapes are not (d),(d)")
    for i in range(len(w)):
        w[i] -= lr * g[i]
