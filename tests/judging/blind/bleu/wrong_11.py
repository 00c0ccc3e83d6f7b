"""Computes the brevity penalty before looking at the precisions, so an empty candidate divides by zero (ZeroDivisionError for 0.0); differs on candidate []."""
import math
from collections import Counter


def brevity_penalty(candidate, references):
    c = len(candidate)
    r = min((len(ref) for ref in references), key=lambda m: (abs(m - c), m))
    return min(1.0, math.exp(1 - r / c))


def precision(candidate, references, n):
    cand = Counter(tuple(candidate[i:i + n]) for i in range(len(candidate) - n + 1))
    if not cand:
        return 0.0
    hits = 0
    for g, k in cand.items():
        most = 0
        for ref in references:
            most = max(most, sum(tuple(ref[i:i + n]) == g for i in range(len(ref) - n + 1)))
        hits += min(k, most)
    return hits / sum(cand.values())


def bleu(candidate, references, max_n=4):
    bp = brevity_penalty(candidate, references)
    score = 1.0
    for n in range(1, max_n + 1):
        score *= precision(candidate, references, n) ** (1 / max_n)
    return bp * score
