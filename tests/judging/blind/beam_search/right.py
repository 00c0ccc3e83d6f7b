# Honest answer: lists of (score, sequence), sorted by score (falling) and sequence (rising).
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    T = len(log_next) + 1

    def cut(cands):
        cands.sort(key=lambda c: (-c[0], c[1]))
        return cands[:width]

    beams = cut([(float(log_start[w]), (w,)) for w in range(V)])
    for i in range(T - 1):
        cands = []
        for score, seq in beams:
            for w in range(V):
                cands.append((score + float(log_next[i][seq[-1]][w]), seq + (w,)))
        beams = cut(cands)
    seqs = np.array([b[1] for b in beams], dtype=np.int64).reshape(len(beams), T)
    return seqs, np.array([b[0] for b in beams], dtype=np.float64)
