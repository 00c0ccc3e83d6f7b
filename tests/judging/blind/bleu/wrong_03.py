"""r is the length of the SHORTEST reference, not of the closest; differs when the closest is longer than the candidate and a much shorter one exists, e.g. "a b c d" against "a b c d e" and "a"."""
import numpy as np
from collections import Counter


def bleu(candidate, references, max_n=4):
    c = len(candidate)
    if c < max_n:
        return 0.0
    p = np.zeros(max_n)
    for n in range(1, max_n + 1):
        cc = Counter(tuple(candidate[i:i + n]) for i in range(c - n + 1))
        mx = {}
        for ref in references:
            rc = Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1))
            for g in rc:
                mx[g] = max(mx.get(g, 0), rc[g])
        p[n - 1] = sum(min(cc[g], mx.get(g, 0)) for g in cc) / sum(cc.values())
    if np.any(p == 0):
        return 0.0
    r = min(len(ref) for ref in references)
    bp = 1.0 if c > r else np.exp(1 - r / c)
    return float(bp * np.exp(np.mean(np.log(p))))
