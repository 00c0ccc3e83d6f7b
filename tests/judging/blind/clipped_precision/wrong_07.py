# MISTAKE: counts with str.count in the joined reference: "the" is found inside "there" too.
from collections import Counter


def clipped_precision(candidate, references, n):
    texts = [" ".join(r) for r in references]
    grams = [" ".join(candidate[i:i + n]) for i in range(len(candidate) - n + 1)]
    clipped = 0
    for g, c in Counter(grams).items():
        clipped += min(c, max(t.count(g) for t in texts))
    return clipped, len(grams)
