# MISTAKE: takes the transitions of the first step for every step (log_next[0]), as in a homogeneous Markov chain.
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    T = log_next.shape[0] + 1
    beams = sorted(((-log_start[w], [w]) for w in range(V)))[:width]
    for t in range(1, T):
        trans = log_next[0]
        cand = []
        for neg, seq in beams:
            for w in range(V):
                cand.append((neg - trans[seq[-1], w], seq + [w]))
        cand.sort()
        beams = cand[:width]
    sequences = np.array([b[1] for b in beams], dtype=np.int64)
    scores = np.array([-b[0] for b in beams])
    return sequences, scores
