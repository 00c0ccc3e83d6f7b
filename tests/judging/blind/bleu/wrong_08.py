"""Lowers N to the candidate's length when it is shorter than max_n (effective order); differs for a candidate with 1 to max_n - 1 words that has matches, e.g. "a b" against "a b" (1.0 for 0.0)."""
import math
from collections import Counter


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c == 0:
        return 0.0
    N = min(max_n, c)

    precisions = []
    for n in range(1, N + 1):
        cand = Counter(tuple(candidate[i:i + n]) for i in range(c - n + 1))
        best = Counter()
        for ref in references:
            best = best | Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1))
        precisions.append(sum((cand & best).values()) / (c - n + 1))

    if any(p == 0 for p in precisions):
        return 0.0
    r = min([len(ref) for ref in references], key=lambda x: (abs(x - c), x))
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * math.exp(sum(math.log(p) for p in precisions) / N)
