"""Puts a floor of 1e-10 under each precision to dodge log(0), so the score is small but not 0; differs when a p_n is 0 in a long enough candidate, e.g. "a b c x" against "a b c d" (0.002 for 0.0)."""
import numpy as np
from collections import Counter


def bleu(candidate, references, max_n=4):
    eps = 1e-10
    c = len(candidate)
    if c < max_n:
        return 0.0
    log_p = []
    for n in range(1, max_n + 1):
        cand = Counter(tuple(candidate[i:i + n]) for i in range(c - n + 1))
        refs = [Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1)) for ref in references]
        match = sum(min(k, max(rf[g] for rf in refs)) for g, k in cand.items())
        log_p.append(np.log(max(match / (c - n + 1), eps)))
    lengths = np.array(sorted(len(ref) for ref in references))
    r = lengths[np.argmin(np.abs(lengths - c))]
    bp = np.exp(min(0.0, 1 - r / c))
    return float(bp * np.exp(np.mean(log_p)))
