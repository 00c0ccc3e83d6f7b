"""Clips at the SUM of the counts over all references (Counter +=) instead of the largest; differs when a word repeated in the candidate stands in two references, e.g. "the the" against "the cat", "the dog" with max_n=1."""
import math
from collections import Counter


def _grams(tokens, n):
    return Counter(zip(*[tokens[i:] for i in range(n)]))


def bleu(candidate, references, max_n=4):
    if len(candidate) < max_n:
        return 0.0
    logs = []
    for n in range(1, max_n + 1):
        cand = _grams(candidate, n)
        ref_counts = Counter()
        for ref in references:
            ref_counts += _grams(ref, n)
        overlap = sum((cand & ref_counts).values())
        if overlap == 0:
            return 0.0
        logs.append(math.log(overlap / sum(cand.values())))
    c = len(candidate)
    r = min((len(ref) for ref in references), key=lambda m: (abs(m - c), m))
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * math.exp(sum(logs) / max_n)
