# MISTAKE: one empty reference makes it give up with clipped count 0, although other references could know the n-grams.
from collections import Counter


def clipped_precision(candidate, references, n):
    total = max(0, len(candidate) - n + 1)
    if not candidate or not all(references):
        return 0, total
    cand = Counter(tuple(candidate[i:i + n]) for i in range(total))
    refs = [Counter(tuple(r[i:i + n]) for i in range(max(0, len(r) - n + 1))) for r in references]
    return sum(min(c, max(r[g] for r in refs)) for g, c in cand.items()), total
