"""Glues an n-gram's words together without a separator, so different n-grams coincide; differs e.g. on candidate ["a","bc"], references [["ab","c"],["a"],["bc"]], max_n=2 (1.0 for 0.0)."""
import math
from collections import Counter


def bleu(candidate, references, max_n=4):
    def grams(s, n):
        return Counter("".join(s[i:i + n]) for i in range(len(s) - n + 1))

    c = len(candidate)
    if c < max_n:
        return 0.0
    ps = []
    for n in range(1, max_n + 1):
        cand = grams(candidate, n)
        refs = [grams(ref, n) for ref in references]
        ps.append(sum(min(k, max(rf[g] for rf in refs)) for g, k in cand.items()) / sum(cand.values()))
    if 0 in ps:
        return 0.0
    r = sorted((abs(len(ref) - c), len(ref)) for ref in references)[0][1]
    return min(1.0, math.exp(1 - r / c)) * math.exp(sum(map(math.log, ps)) / max_n)
