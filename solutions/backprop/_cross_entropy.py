"""The compiled gradient of softmax and cross-entropy: a few rows at a time, which stay in the cache."""

from gradkata.jit import FUSED, kernel

from ..activations._softmax import rows_at_once, total, weigh


@kernel("void(f8[:,::1], f8[:,::1], f8[:,::1])", flags=FUSED)
def gradient(Z, Y, G):
    """Write ``(softmax(Z) - Y) / n`` into ``G``; shapes: ``(n,k),(n,k),(n,k)``."""
    n, k = Z.shape
    if Y.shape != Z.shape:
        raise ValueError("softmax_cross_entropy_grad: the shapes are not (n,k),(n,k)")
    part, block = 1.0 / n, rows_at_once(k)
    for first in range(0, n, block):
        last = min(first + block, n)
        weigh(Z, G, first, last)
        for i in range(first, last):
            share = part / total(G[i])
            for j in range(k):
                G[i, j] = G[i, j] * share - Y[i, j] * part
