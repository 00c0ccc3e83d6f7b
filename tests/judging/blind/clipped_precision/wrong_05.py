# MISTAKE: as in NLTK the denominator is at least 1, so that nobody divides by 0: (0, 1) instead of (0, 0).
from collections import Counter


def clipped_precision(candidate, references, n):
    counts = Counter(zip(*[candidate[i:] for i in range(n)]))
    max_counts = {}
    for ref in references:
        rc = Counter(zip(*[ref[i:] for i in range(n)]))
        for g in counts:
            max_counts[g] = max(max_counts.get(g, 0), rc[g])
    clipped = {g: min(c, max_counts[g]) for g, c in counts.items()}
    return sum(clipped.values()), max(1, sum(counts.values()))
