# MISTAKE: once the beam is full every prefix is extended by its own best word only: the beams do not compete.
import numpy as np


def beam_search(log_start, log_next, width):
    V = log_start.shape[0]
    beams = [([w], log_start[w]) for w in range(V)]
    beams.sort(key=lambda b: (-b[1], b[0]))
    beams = beams[:width]
    for i in range(log_next.shape[0]):
        if len(beams) < width:
            beams = [(p + [w], s + log_next[i, p[-1], w]) for p, s in beams for w in range(V)]
        else:
            nxt = []
            for p, s in beams:
                w = int(np.argmax(log_next[i, p[-1]]))
                nxt.append((p + [w], s + log_next[i, p[-1], w]))
            beams = nxt
        beams.sort(key=lambda b: (-b[1], b[0]))
        beams = beams[:width]
    return np.array([p for p, _ in beams], dtype=np.int64), np.array([s for _, s in beams])
