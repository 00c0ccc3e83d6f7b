# MISTAKE: argsort()[::-1]: among equal scores the lexicographically LARGER prefix wins.
import numpy as np


def beam_search(log_start, log_next, width):
    V = log_start.size
    order = np.argsort(log_start, kind="stable")[::-1][:width]
    order = np.sort(order)
    seqs = order.reshape(-1, 1).astype(np.int64)
    sc = log_start[order]
    for M in log_next:
        total = (sc[:, None] + M[seqs[:, -1]]).reshape(-1)
        k = np.sort(np.argsort(total, kind="stable")[::-1][:width])
        seqs = np.concatenate([seqs[k // V], (k % V)[:, None]], axis=1)
        sc = total[k]
    fin = np.argsort(sc, kind="stable")[::-1]
    return seqs[fin], sc[fin]
