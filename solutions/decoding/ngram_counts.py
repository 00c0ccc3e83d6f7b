"""The different n-grams of a text, in order of first occurrence, with their counts.

Source: Jurafsky & Martin, "Speech and Language Processing" (2nd edition, 2009), chapter 4.
"""

from collections import Counter

import numpy as np

from . import _grams


def ngram_counts(ids: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The n-grams as rows, and how often each occurs.

    Shapes: ``i8(T),i8()->i8(m,n),i8(m)``; m is 0 if T < n.
    """
    counts = np.empty(max(len(ids) - n + 1, 0), dtype=np.int64)
    try:
        m = _grams.count(ids, n, counts)
    except TypeError:  # compiled only for writable int64 arrays in C order
        ids, n = np.array(ids, dtype=np.int64), int(n)
        m = _grams.count(ids, n, counts)
    grams, found = np.empty((m, n), dtype=np.int64), np.empty(m, dtype=np.int64)
    _grams.gather(ids, counts, grams, found)
    return grams, found


def ngram_counts_numpy(ids: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Count tuples in a dictionary: it keeps the order in which they were added."""
    counts: dict[tuple[int, ...], int] = {}
    for i in range(len(ids) - n + 1):
        gram = tuple(ids[i : i + n])
        counts[gram] = counts.get(gram, 0) + 1
    grams = np.array(list(counts), dtype=np.int64).reshape(len(counts), n)
    return grams, np.array(list(counts.values()), dtype=np.int64)


def ngram_counts_counter(ids: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The same with a Counter of shifted texts, zipped."""
    words = ids.tolist()
    counter = Counter(zip(*(words[k:] for k in range(n)), strict=False))
    rows = np.zeros((len(counter), n), dtype=np.int64)
    for row, gram in zip(rows, counter, strict=True):
        row[:] = gram
    return rows, np.fromiter(counter.values(), dtype=np.int64)


def ngram_counts_comparing(ids: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The same by comparing each n-gram with the different ones before it."""
    grams: list[list[int]] = []
    counts: list[int] = []
    words = ids.tolist()
    for gram in (words[i : i + n] for i in range(max(len(words) - n + 1, 0))):
        if gram in grams:
            counts[grams.index(gram)] += 1
        else:
            grams.append(gram)
            counts.append(1)
    return np.array(grams, dtype=np.int64).reshape(-1, n), np.array(counts, dtype=np.int64)
