"""Weights each log precision with a fixed 0.25 whatever max_n is; differs for every max_n other than 4 with an imperfect precision, e.g. "a x" against "a b" with max_n=1 (0.84 for 0.5)."""
from collections import Counter
import math


def bleu(candidate, references, max_n=4):
    """Score a candidate against its references, as one number from 0 to 1."""
    weight = 0.25  # uniform weights, as in the paper
    cand_len = len(candidate)
    if cand_len < max_n:
        return 0.0

    log_score = 0.0
    for n in range(1, max_n + 1):
        cand_ngrams = Counter(tuple(candidate[i:i + n]) for i in range(cand_len - n + 1))
        max_ref = Counter()
        for ref in references:
            ref_ngrams = Counter(tuple(ref[i:i + n]) for i in range(len(ref) - n + 1))
            for g, k in ref_ngrams.items():
                max_ref[g] = max(max_ref[g], k)
        clipped = {g: min(k, max_ref[g]) for g, k in cand_ngrams.items()}
        p_n = sum(clipped.values()) / sum(cand_ngrams.values())
        if p_n == 0:
            return 0.0
        log_score += weight * math.log(p_n)

    ref_len = min((len(ref) for ref in references), key=lambda l: (abs(l - cand_len), l))
    bp = 1.0 if cand_len > ref_len else math.exp(1 - ref_len / cand_len)
    return bp * math.exp(log_score)
