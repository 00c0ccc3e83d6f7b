# MISTAKE: stable sort over beams stored best first: ties go to the better parent, not to the lexicographically smaller prefix.
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    beams = [([w], float(log_start[w])) for w in range(V)]
    beams = sorted(beams, key=lambda b: b[1], reverse=True)[:width]
    for i in range(len(log_next)):
        candidates = []
        for seq, score in beams:
            for w in range(V):
                candidates.append((seq + [w], score + float(log_next[i, seq[-1], w])))
        beams = sorted(candidates, key=lambda b: b[1], reverse=True)[:width]
    return np.array([b[0] for b in beams], dtype=np.int64), np.array([b[1] for b in beams])
