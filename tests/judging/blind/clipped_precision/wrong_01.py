# MISTAKE: adds the counts of all references instead of taking the best one.
from collections import Counter


def clipped_precision(candidate, references, n):
    def count(ws):
        return Counter(tuple(ws[i:i + n]) for i in range(len(ws) - n + 1))

    c = count(candidate)
    known = Counter()
    for ref in references:
        known += count(ref)
    return sum(min(k, known[g]) for g, k in c.items()), sum(c.values())
