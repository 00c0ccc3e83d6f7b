# MISTAKE: indexes log_next[i, w, u] (next word first, previous word second).
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    beams = sorted([(-log_start[w], (w,)) for w in range(V)])[:width]
    for step in log_next:
        new = []
        for neg, seq in beams:
            for w in range(V):
                new.append((neg - step[w, seq[-1]], seq + (w,)))
        beams = sorted(new)[:width]
    return (np.array([s for _, s in beams], dtype=np.int64),
            np.array([-n for n, _ in beams], dtype=float))
