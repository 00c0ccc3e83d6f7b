"""Texts of word numbers, and a correct count of their n-grams with parts that wrong answers replace."""

from collections import Counter

import numpy as np

from gradkata import st

few = st.integers(0, 2)
"""So few words that n-grams repeat."""


def grams(ids, n):
    """The n-grams of a text, as tuples, with repetitions."""
    return [tuple(ids[i : i + n].tolist()) for i in range(len(ids) - n + 1)]


def table(found, n):
    """Different n-grams in order of first occurrence, and their counts: ``-> i8(m,n), i8(m)``."""
    counts = Counter(found)
    rows = np.array(list(counts), dtype=np.int64).reshape(len(counts), n)
    return rows, np.array(list(counts.values()), dtype=np.int64)
