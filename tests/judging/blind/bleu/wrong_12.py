"""Forgets the min(1, .) of the brevity penalty, so a candidate longer than its reference is rewarded; differs when c > r and the score is not 0, e.g. "a b c d e" against "a b c d" (0.82 for 0.67)."""
import math
from collections import Counter


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c < max_n:
        return 0.0
    prod = 1.0
    for n in range(1, max_n + 1):
        counts = Counter()
        for i in range(c - n + 1):
            counts[tuple(candidate[i:i + n])] += 1
        clipped = 0
        for gram, k in counts.items():
            m = 0
            for ref in references:
                m = max(m, sum(1 for i in range(len(ref) - n + 1) if tuple(ref[i:i + n]) == gram))
            clipped += min(k, m)
        prod *= (clipped / (c - n + 1)) ** (1 / max_n)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return math.exp(1 - r / c) * prod
