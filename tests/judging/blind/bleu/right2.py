"""BLEU, with lists and plain loops, the n-th root factor by factor."""
from math import exp


def bleu(candidate, references, max_n=4):
    if len(candidate) == 0 or len(candidate) < max_n:
        return 0.0

    score = 1.0
    for n in range(1, max_n + 1):
        grams = []
        for start in range(len(candidate) - n + 1):
            grams.append(list(candidate[start:start + n]))
        refs = []
        for ref in references:
            refs.append([list(ref[s:s + n]) for s in range(len(ref) - n + 1)])

        hits = 0
        seen = []
        for g in grams:
            if g in seen:
                continue
            seen.append(g)
            hits += min(grams.count(g), max(rg.count(g) for rg in refs))
        score *= (hits / len(grams)) ** (1.0 / max_n)

    r = len(references[0])
    for ref in references[1:]:
        gap, old = abs(len(ref) - len(candidate)), abs(r - len(candidate))
        if gap < old or (gap == old and len(ref) < r):
            r = len(ref)
    if r > len(candidate):
        score *= exp(1 - r / len(candidate))
    return score
