# MISTAKE: never uses a word twice in a sequence (falls back to repeats only where no word is left).
import numpy as np


def beam_search(log_start, log_next, width):
    V = len(log_start)
    beams = sorted([(-log_start[w], (w,)) for w in range(V)])[:width]
    for step in log_next:
        cand = []
        for n, s in beams:
            free = [w for w in range(V) if w not in s] or list(range(V))
            for w in free:
                cand.append((n - step[s[-1], w], s + (w,)))
        beams = sorted(cand)[:width]
    return np.array([s for _, s in beams], dtype=np.int64), np.array([-n for n, _ in beams])
