# %% right
import numpy as np


def ngram_counts(ids, n):
    counts = {}
    words = [int(w) for w in ids]
    for i in range(len(words) - n + 1):
        g = tuple(words[i:i + n])
        counts[g] = counts.get(g, 0) + 1
    grams = np.array(list(counts.keys()), dtype=np.int64).reshape(-1, n)
    return grams, np.array(list(counts.values()), dtype=np.int64)


# %% wrong: the last n-gram is left out
import numpy as np


def ngram_counts(ids, n):
    counts = {}
    for i in range(len(ids) - n):
        g = tuple(int(w) for w in ids[i:i + n])
        counts[g] = counts.get(g, 0) + 1
    return np.array(list(counts), dtype=np.int64).reshape(-1, n), np.array(list(counts.values()), dtype=np.int64)


# %% wrong: the n-grams are sorted
import numpy as np


def ngram_counts(ids, n):
    if len(ids) < n:
        return np.zeros((0, n), dtype=np.int64), np.zeros(0, dtype=np.int64)
    rows = np.array([ids[i:i + n] for i in range(len(ids) - n + 1)])
    grams, counts = np.unique(rows, axis=0, return_counts=True)
    return grams, counts


# %% wrong: the n-grams do not overlap
import numpy as np


def ngram_counts(ids, n):
    counts = {}
    for i in range(0, len(ids) - n + 1, n):
        g = tuple(int(w) for w in ids[i:i + n])
        counts[g] = counts.get(g, 0) + 1
    return np.array(list(counts), dtype=np.int64).reshape(-1, n), np.array(list(counts.values()), dtype=np.int64)


# %% wrong: the order of the words in an n-gram is ignored
import numpy as np


def ngram_counts(ids, n):
    first = {}
    counts = {}
    for i in range(len(ids) - n + 1):
        g = tuple(int(w) for w in ids[i:i + n])
        key = tuple(sorted(g))
        if key not in first:
            first[key] = g
            counts[key] = 0
        counts[key] += 1
    return np.array(list(first.values()), dtype=np.int64).reshape(-1, n), np.array(list(counts.values()), dtype=np.int64)


# %% wrong: ordered by their counts, the most frequent first
from collections import Counter

import numpy as np


def ngram_counts(ids, n):
    c = Counter(tuple(int(w) for w in ids[i:i + n]) for i in range(len(ids) - n + 1))
    items = c.most_common()
    return (np.array([g for g, _ in items], dtype=np.int64).reshape(-1, n),
            np.array([k for _, k in items], dtype=np.int64))
