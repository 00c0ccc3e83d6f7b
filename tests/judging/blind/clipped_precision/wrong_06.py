# MISTAKE: picks the one reference with the most matches for all n-grams, instead of the best one for each n-gram.
from collections import Counter


def clipped_precision(candidate, references, n):
    def grams(ws):
        return Counter(tuple(ws[i:i + n]) for i in range(len(ws) - n + 1))

    c = grams(candidate)
    clipped = max(sum((c & grams(r)).values()) for r in references)
    return clipped, sum(c.values())
