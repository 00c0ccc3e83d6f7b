"""Sorts the caller's list of references by length in place to settle ties; the score is right but the argument is changed whenever the references are not already in order of length."""
from collections import Counter
from math import exp, log


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c < max_n:
        return 0.0
    references.sort(key=len)
    r = min((len(ref) for ref in references), key=lambda m: abs(m - c))

    s = 0.0
    for n in range(1, max_n + 1):
        cand = Counter(tuple(candidate[i:i + n]) for i in range(c - n + 1))
        limit = Counter()
        for ref in references:
            limit |= Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1))
        hits = sum((cand & limit).values())
        if hits == 0:
            return 0.0
        s += log(hits / (c - n + 1)) / max_n
    return min(1.0, exp(1 - r / c)) * exp(s)
