# MISTAKE: str.count with word borders, but it counts without overlap: "la la la" contains "la la" only once.
from collections import Counter


def clipped_precision(candidate, references, n):
    # two blanks between words, so that each word has its own border
    texts = [" " + "  ".join(r) + " " for r in references]
    grams = [" " + "  ".join(candidate[i:i + n]) + " " for i in range(len(candidate) - n + 1)]
    clipped = sum(min(c, max(t.count(g) for t in texts)) for g, c in Counter(grams).items())
    return clipped, len(grams)
