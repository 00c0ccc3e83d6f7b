# MISTAKE: off by one in the guard: a candidate of exactly n words is treated as too short.
from collections import Counter


def clipped_precision(candidate, references, n):
    if len(candidate) <= n:
        return 0, 0
    cand = Counter(tuple(candidate[i:i + n]) for i in range(len(candidate) - n + 1))
    best = Counter()
    for r in references:
        best |= Counter(tuple(r[i:i + n]) for i in range(len(r) - n + 1))
    return sum((cand & best).values()), sum(cand.values())
