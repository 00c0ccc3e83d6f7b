"""How many n-grams of a translation its reference contains, without clipping.

Source: Papineni et al., "BLEU: a method for automatic evaluation of machine translation" (ACL, 2002), section 2.1.
"""

from collections import Counter

import numpy as np

from . import _grams


def ngram_precision(candidate: np.ndarray, reference: np.ndarray, n: int) -> tuple[int, int]:
    """The number of known n-grams and the number of all, with repetitions.

    Shapes: ``i8(T),i8(R),i8()->i8(),i8()``; (0, 0) if T < n.
    """
    try:
        right = _grams.known(candidate, reference, n)
    except TypeError:  # compiled only for writable int64 arrays in C order
        candidate, reference = (np.array(ids, dtype=np.int64) for ids in (candidate, reference))
        right = _grams.known(candidate, reference, int(n))
    return right, max(len(candidate) - n + 1, 0)


def ngram_precision_numpy(candidate: np.ndarray, reference: np.ndarray, n: int) -> tuple[int, int]:
    """Keep the repetitions of the candidate, but not those of the reference: a set finds a gram at once."""
    known = set()
    for i in range(len(reference) - n + 1):
        known.add(tuple(reference[i : i + n]))
    right = total = 0
    for i in range(len(candidate) - n + 1):
        total += 1
        if tuple(candidate[i : i + n]) in known:
            right += 1
    return right, total


def ngram_precision_counters(candidate: np.ndarray, reference: np.ndarray, n: int) -> tuple[int, int]:
    """The same with counts, as in the formula."""
    counts, other = Counter(_ngrams_of(candidate, n)), Counter(_ngrams_of(reference, n))
    return sum(count for gram, count in counts.items() if other[gram] > 0), sum(counts.values())


def ngram_precision_windows(candidate: np.ndarray, reference: np.ndarray, n: int) -> tuple[int, int]:
    """The same by comparing all n-grams of one text with all of the other, in a table."""
    if min(len(candidate), len(reference)) < n:
        return 0, max(len(candidate) - n + 1, 0)
    windows = np.lib.stride_tricks.sliding_window_view
    equal = (windows(candidate, n)[:, None] == windows(reference, n)).all(axis=2)
    return int(equal.any(axis=1).sum()), len(equal)


def _ngrams_of(ids: np.ndarray, n: int) -> list[tuple[int, ...]]:
    words = ids.tolist()
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]
