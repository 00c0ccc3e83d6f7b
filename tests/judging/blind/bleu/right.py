"""BLEU, with Counters of tuples and logarithms."""
import math
from collections import Counter


def ngrams(words, n):
    return Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c < max_n:
        return 0.0
    log_sum = 0.0
    for n in range(1, max_n + 1):
        counts = ngrams(candidate, n)
        best = Counter()
        for reference in references:
            best |= ngrams(reference, n)
        clipped = sum(min(k, best[g]) for g, k in counts.items())
        if clipped == 0:
            return 0.0
        log_sum += math.log(clipped / (c - n + 1))
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return math.exp(min(0.0, 1 - r / c) + log_sum / max_n)
