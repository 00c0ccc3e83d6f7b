"""BLEU of one candidate: clipped n-gram precisions, their geometric mean, a brevity penalty.

Source: Papineni et al., "BLEU: a method for automatic evaluation of machine translation" (ACL, 2002):
clipped counts in section 2.1, their combination in 2.1.3, the brevity penalty in 2.2.2, the whole in 2.3.
"""

import math
from collections import Counter

import numpy as np

from . import _ngrams


def bleu(candidate: list[str], references: list[list[str]], max_n: int = 4) -> float:
    """How much of the candidate occurs in the references, between 0.0 and 1.0, without smoothing.

    Shapes: ``[str],[[str]],()->()``. 0.0 if a precision is zero or the candidate has fewer than
    ``max_n`` words. The reference length is the one closest to the candidate's, the shorter on a tie.
    """
    length = len(candidate)
    if length < max_n:
        return 0.0
    texts = [candidate, *references]
    lengths = np.array([len(text) for text in texts])
    matches = _ngrams.clipped_matches(_ngrams.number_words(texts), lengths, max_n).tolist()
    if 0 in matches:
        return 0.0
    log_precisions = sum(math.log(m / (length - n)) for n, m in enumerate(matches))
    closest = min(map(len, references), key=lambda r: (abs(r - length), r))
    return math.exp(log_precisions / max_n + min(0.0, 1.0 - closest / length))


def bleu_numpy(candidate: list[str], references: list[list[str]], max_n: int = 4) -> float:
    """Return 0 at the first order without a match: the logarithm of 0 does not exist."""
    length = len(candidate)
    if length < max_n:
        return 0.0
    log_sum = 0.0
    for n in range(1, max_n + 1):
        allowed = Counter()
        for reference in references:
            allowed |= Counter(_ngrams_of(reference, n))
        clipped = Counter(_ngrams_of(candidate, n)) & allowed
        matches = sum(clipped.values())
        if matches == 0:
            return 0.0
        log_sum += math.log(matches / (length - n + 1))
    closest = min((len(r) for r in references), key=lambda r: (abs(r - length), r))
    brevity_penalty = 1.0 if length >= closest else math.exp(1.0 - closest / length)
    return brevity_penalty * math.exp(log_sum / max_n)


def bleu_by_counting(candidate: list[str], references: list[list[str]], max_n: int = 4) -> float:
    """The same by `list.count`, with a root of the product instead of logarithms."""
    product = 1.0
    for n in range(1, max_n + 1):
        grams = _ngrams_of(candidate, n)
        others = [_ngrams_of(reference, n) for reference in references]
        matches = sum(
            min(grams.count(gram), max(other.count(gram) for other in others)) for gram in set(grams)
        )
        product *= matches / max(len(grams), 1)
    gaps = sorted((abs(len(r) - len(candidate)), len(r)) for r in references)
    missing = max(gaps[0][1] - len(candidate), 0)
    return product ** (1 / max_n) * math.exp(-missing / max(len(candidate), 1))


def bleu_by_crossing_off(candidate: list[str], references: list[list[str]], max_n: int = 4) -> float:
    """The same, crossing off used n-grams in each reference; exact except for the root."""
    from fractions import Fraction

    if len(candidate) < max_n:
        return 0.0
    precisions = []
    for n in range(1, max_n + 1):
        grams = _ngrams_of(candidate, n)
        left = [_ngrams_of(reference, n) for reference in references]
        matches = 0
        for gram in grams:
            holders = [other for other in left if gram in other]
            matches += bool(holders)
            for other in holders:
                other.remove(gram)
        precisions.append(Fraction(matches, len(grams)))
    lengths = sorted(len(reference) for reference in references)
    closest = min(lengths, key=lambda r: abs(r - len(candidate)))  # the first of the closest ones
    penalty = math.exp(min(0.0, 1.0 - closest / len(candidate)))
    return penalty * float(math.prod(precisions)) ** (1 / max_n)


def _ngrams_of(words: list[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]
