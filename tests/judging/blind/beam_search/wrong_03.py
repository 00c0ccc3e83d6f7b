# MISTAKE: multiplies probabilities and takes the log at the end: everything below about -745 underflows to -inf.
import numpy as np


def beam_search(log_start, log_next, width):
    p0, pn = np.exp(log_start), np.exp(log_next)
    V = len(p0)
    beams = sorted([(p0[w], (w,)) for w in range(V)], key=lambda b: (-b[0], b[1]))[:width]
    for P in pn:
        cand = [(p * P[s[-1], w], s + (w,)) for p, s in beams for w in range(V)]
        cand.sort(key=lambda b: (-b[0], b[1]))
        beams = cand[:width]
    seqs = np.array([s for _, s in beams], dtype=np.int64)
    with np.errstate(divide="ignore"):
        return seqs, np.log(np.array([p for p, _ in beams]))
