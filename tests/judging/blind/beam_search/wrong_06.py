# MISTAKE: throws impossible prefixes (-inf) away, so that fewer than B rows come out.
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    T = len(log_next) + 1
    beams = [((w,), float(log_start[w])) for w in range(V) if log_start[w] > -np.inf]
    beams = sorted(beams, key=lambda b: (-b[1], b[0]))[:width]
    for i in range(T - 1):
        new = []
        for seq, s in beams:
            for w in range(V):
                t = s + float(log_next[i, seq[-1], w])
                if t == -np.inf:
                    continue
                new.append((seq + (w,), t))
        beams = sorted(new, key=lambda b: (-b[1], b[0]))[:width]
    return (np.array([b[0] for b in beams], dtype=np.int64).reshape(-1, T),
            np.array([b[1] for b in beams], dtype=float))
