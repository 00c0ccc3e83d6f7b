# MISTAKE: total = len - n + 1 without a floor at 0: a candidate much shorter than n gives a negative total.
from collections import Counter


def clipped_precision(candidate, references, n):
    total = len(candidate) - n + 1
    cand = Counter(tuple(candidate[i:i + n]) for i in range(total))
    clipped = 0
    for g, c in cand.items():
        m = 0
        for r in references:
            k = sum(1 for i in range(len(r) - n + 1) if tuple(r[i:i + n]) == g)
            m = max(m, k)
        clipped += min(c, m)
    return clipped, total
