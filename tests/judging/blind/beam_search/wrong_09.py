# MISTAKE: merges prefixes that end in the same word (Viterbi recombination): one per last word survives.
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    beams = sorted([(-log_start[w], (w,)) for w in range(V)])[:width]
    for step in log_next:
        cand = sorted((n - step[s[-1], w], s + (w,)) for n, s in beams for w in range(V))
        beams, seen = [], set()
        for n, s in cand:
            if s[-1] in seen:        # a better way to this word is already there
                continue
            seen.add(s[-1])
            beams.append((n, s))
            if len(beams) == width:
                break
    return np.array([s for _, s in beams], dtype=np.int64), np.array([-n for n, _ in beams])
