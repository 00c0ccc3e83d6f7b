"""The clipped count of a candidate's n-grams that some reference contains, and their total.

Source: Papineni et al., "BLEU: a method for automatic evaluation of machine translation" (ACL, 2002),
section 2.1, where the fraction is called modified n-gram precision.
"""

from collections import Counter

import numpy as np

from . import _ngrams


def clipped_precision(candidate: list[str], references: list[list[str]], n: int) -> tuple[int, int]:
    """How many n-grams of the candidate occur in a reference, each clipped at its largest count in one.

    Shapes: ``[str],[[str]],i8()->i8(),i8()``: the clipped count and the number of n-grams; (0, 0)
    if the candidate has fewer than n words.
    """
    total = len(candidate) - n + 1
    if total <= 0:
        return 0, 0
    texts = [candidate, *references]
    lengths = np.array([len(text) for text in texts])
    matches = _ngrams.clipped_matches(_ngrams.number_words(texts), lengths, n)
    return int(matches[n - 1]), total


def clipped_precision_numpy(candidate: list[str], references: list[list[str]], n: int) -> tuple[int, int]:
    """`|` of Counters takes the larger count, over the references, and `&` the smaller, which clips."""
    counts = Counter(_ngrams_of(candidate, n))
    allowed = Counter()
    for reference in references:
        allowed |= Counter(_ngrams_of(reference, n))
    clipped = counts & allowed
    return sum(clipped.values()), sum(counts.values())


def clipped_precision_by_counting(
    candidate: list[str], references: list[list[str]], n: int
) -> tuple[int, int]:
    """The same by `list.count`, for each different n-gram."""
    grams = _ngrams_of(candidate, n)
    others = [_ngrams_of(reference, n) for reference in references]
    known = (min(grams.count(gram), max(other.count(gram) for other in others)) for gram in set(grams))
    return sum(known), len(grams)


def clipped_precision_by_crossing_off(
    candidate: list[str], references: list[list[str]], n: int
) -> tuple[int, int]:
    """The same, crossing off used n-grams in each reference."""
    left = [_ngrams_of(reference, n) for reference in references]
    right = total = 0
    for gram in _ngrams_of(candidate, n):
        total += 1
        holders = [other for other in left if gram in other]
        for other in holders:
            other.remove(gram)
        right += 1 if holders else 0
    return right, total


def clipped_precision_table(candidate: list[str], references: list[list[str]], n: int) -> tuple[int, int]:
    """The same with numbers for n-grams: a table of counts, one row per text."""
    texts = [_ngrams_of(text, n) for text in (candidate, *references)]
    columns = {gram: column for column, gram in enumerate(sorted(set().union(*texts)))}
    table = np.zeros((len(texts), len(columns)), dtype=np.int64)
    for row, grams in enumerate(texts):
        for gram in grams:
            table[row, columns[gram]] += 1
    return int(np.minimum(table[0], table[1:].max(axis=0)).sum()), int(table[0].sum())


def _ngrams_of(words: list[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]
