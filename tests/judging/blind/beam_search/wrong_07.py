# MISTAKE: cuts the width to V once and for all (k = min(width, V)), a wider beam is never filled later.
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    k = min(width, V)
    pool = [(-float(s), (w,)) for w, s in enumerate(log_start)]
    pool.sort()
    pool = pool[:k]
    for i in range(len(log_next)):
        pool = [(neg - float(log_next[i, p[-1], w]), p + (w,)) for neg, p in pool for w in range(V)]
        pool.sort()
        pool = pool[:k]
    return np.array([p for _, p in pool], dtype=np.int64), -np.array([n for n, _ in pool])
