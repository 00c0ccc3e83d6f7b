# MISTAKE: glues the words of an n-gram together without a separator: ("la", "lala") equals ("lala", "la").
from collections import Counter


def clipped_precision(candidate, references, n):
    def grams(words):
        return Counter("".join(words[i:i + n]) for i in range(len(words) - n + 1))

    cand = grams(candidate)
    refs = [grams(r) for r in references]
    clipped = sum(min(cnt, max(r[g] for r in refs)) for g, cnt in cand.items())
    return clipped, sum(cand.values())
