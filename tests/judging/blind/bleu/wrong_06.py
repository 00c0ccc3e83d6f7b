"""range(len - n) loses the last n-gram of every sentence; differs e.g. on a perfect 4-word candidate (0.0 for 1.0), and on the lecture's example."""
import math


def get_ngrams(words, n):
    d = {}
    for i in range(len(words) - n):
        g = tuple(words[i:i + n])
        d[g] = d.get(g, 0) + 1
    return d


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    product = 1.0
    for n in range(1, max_n + 1):
        cand = get_ngrams(candidate, n)
        if not cand:
            return 0.0
        refs = [get_ngrams(ref, n) for ref in references]
        hit = 0
        for g in cand:
            hit += min(cand[g], max(rf.get(g, 0) for rf in refs))
        product *= (hit / sum(cand.values())) ** (1 / max_n)

    r = len(references[0])
    for ref in references:
        if (abs(len(ref) - c), len(ref)) < (abs(r - c), r):
            r = len(ref)
    bp = min(1, math.exp(1 - r / c))
    return bp * product
