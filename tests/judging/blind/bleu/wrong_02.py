"""Takes the maximum over references of the whole clipped sum (best single reference) instead of the maximum per n-gram; differs when two references each have another part, e.g. "a b" against "a x", "y b" with max_n=1."""
from collections import Counter
import math


def count_ngrams(sentence, n):
    counts = Counter()
    for i in range(len(sentence) - n + 1):
        counts[tuple(sentence[i:i + n])] += 1
    return counts


def modified_precision(candidate, references, n):
    cand_counts = count_ngrams(candidate, n)
    total = sum(cand_counts.values())
    if total == 0:
        return 0.0
    best = 0
    for ref in references:
        ref_counts = count_ngrams(ref, n)
        matched = sum(min(k, ref_counts[g]) for g, k in cand_counts.items())
        best = max(best, matched)
    return best / total


def bleu(candidate, references, max_n=4):
    precisions = [modified_precision(candidate, references, n) for n in range(1, max_n + 1)]
    if min(precisions) == 0:
        return 0.0
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    bp = min(1.0, math.exp(1 - r / c))
    return bp * math.exp(sum(math.log(p) for p in precisions) / max_n)
