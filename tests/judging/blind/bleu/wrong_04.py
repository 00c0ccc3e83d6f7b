"""Breaks a tie in length by the order of the list (first one wins) instead of the shorter; differs when the longer of two equally close references comes first, e.g. "a b c d" against "a b c d e", "a b c"."""
from collections import Counter
from math import exp, log


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c < max_n:
        return 0.0

    total = 0.0
    for n in range(1, max_n + 1):
        counts = Counter(tuple(candidate[i:i + n]) for i in range(c - n + 1))
        clip = Counter()
        for ref in references:
            clip |= Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1))
        num = sum((counts & clip).values())
        if num == 0:
            return 0.0
        total += log(num / (c - n + 1))

    closest = min(references, key=lambda ref: abs(len(ref) - c))
    r = len(closest)
    bp = 1.0 if c >= r else exp(1 - r / c)
    return bp * exp(total / max_n)
