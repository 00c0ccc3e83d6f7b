# MISTAKE: lower-cases everything first, as BLEU scripts like to do.
from collections import Counter


def clipped_precision(candidate, references, n):
    def grams(words):
        words = [w.lower() for w in words]
        return Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))

    cand = grams(candidate)
    best = Counter()
    for r in references:
        best |= grams(r)
    return sum((cand & best).values()), sum(cand.values())
