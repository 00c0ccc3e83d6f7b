# Honest answer, vectorised: the beams are kept in lexicographic order, so a stable sort breaks ties correctly.
import numpy as np


def beam_search(log_start, log_next, width):
    V = log_start.shape[0]
    seqs = np.arange(V, dtype=np.int64)[:, None]
    scores = np.array(log_start, dtype=np.float64)

    def best(s):
        return np.argsort(-s, kind="stable")[:width]

    keep = np.sort(best(scores))
    seqs, scores = seqs[keep], scores[keep]
    for step in log_next:
        cand = (scores[:, None] + step[seqs[:, -1]]).ravel()
        keep = np.sort(best(cand))
        seqs = np.column_stack([seqs[keep // V], keep % V])
        scores = cand[keep]
    order = best(scores)
    return seqs[order], scores[order]
