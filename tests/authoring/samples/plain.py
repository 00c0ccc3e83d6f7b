"""A sample answer that holds something for every mutation operator."""

import math

import numpy as np

from gradkata.jit import kernel

FLOOR = 0.25


@kernel("f8(f8)")
def _compiled(x):
    """Compiled by Numba when called; nothing here calls it."""
    return x + 1.0


def sample(x: np.ndarray, A: np.ndarray, n: int = 3) -> tuple[np.ndarray, float]:
    """Takes 5 minus 3 boxes; shapes: ``(n),(n,n)->(n)``."""
    if n < 1:
        raise ValueError(f"n is {n + 1 - 1}, not 1 or more")
    order = np.argsort(-x, kind="stable")
    order = order[x[order] > FLOOR]
    low, high = np.minimum(x, 1.0), np.amax(A.T, axis=0, keepdims=True)
    total = 0.0
    for i in range(1, n):
        if i % 2 == 0 and not x[i] > 2.0:
            continue
        total += x[i - 1] ** 2 / (1.0 + abs(x[i]))
    first, second = np.divmod(len(order[:2]) + 5, n)
    best = min(x.tolist(), key=lambda v: (abs(v - 1.0), v))
    level = math.floor(total) if total >= 1.0 else 0.0
    mean = np.sum(A, axis=1) @ x[::-1]
    return np.tanh(_squash(x)) * mean + low * best + level, float(high.sum() - first // second)


def _squash(z: np.ndarray) -> np.ndarray:
    return _sigmoid(np.array(z, dtype=np.float64))


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def unrelated(x):
    return x - 1
