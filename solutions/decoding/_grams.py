"""The compiled search for n-grams of numbers: a table of the places where each different one begins."""

import numpy as np

from gradkata.jit import kernel


@kernel()
def _table(n_grams):
    """An empty table, at least twice as large as what it may hold."""
    size = 8
    while size < 2 * n_grams:
        size *= 2
    return np.full(size, -1, np.int32)


@kernel()
def _slot(table, known, text, i, n):
    """The slot with the place in ``known`` of the n-gram of ``text`` at i, or the free one where it would be put."""
    last = len(table) - 1
    digest = np.uint64(14695981039346656037)
    for k in range(n):
        digest = (digest ^ np.uint64(text[i + k])) * np.uint64(0x9E3779B97F4A7C15)
        digest ^= digest >> np.uint64(32)
    slot = np.int64(digest & np.uint64(last))
    while table[slot] >= 0:
        start, same = table[slot], 0
        while same < n and known[start + same] == text[i + same]:
            same += 1
        if same == n:
            break
        slot = (slot + 1) & last
    return slot


@kernel("i8(i8[::1], i8, i8[::1])")
def count(ids, n, counts):
    """Write how often the n-gram at each place occurs, 0 if there is one before it; return how many are different."""
    table, different = _table(len(counts)), 0
    for i in range(len(counts)):
        counts[i] = 0
        slot = _slot(table, ids, ids, i, n)
        if table[slot] < 0:
            table[slot] = i
            different += 1
        counts[table[slot]] += 1
    return different


@kernel("void(i8[::1], i8[::1], i8[:,::1], i8[::1])")
def gather(ids, counts, grams, found):
    """Write the different n-grams and their counts, ``(m,n),(m)``, from the counts at each place."""
    m = 0
    for i in range(len(counts)):
        if counts[i] > 0:
            found[m] = counts[i]
            for k in range(grams.shape[1]):
                grams[m, k] = ids[i + k]
            m += 1


@kernel("i8(i8[::1], i8[::1], i8)")
def known(candidate, reference, n):
    """How many n-grams of the candidate, with repetitions, the reference contains: ``(T),(R),()->()``."""
    table, right = _table(max(len(reference) - n + 1, 0)), 0
    for i in range(len(reference) - n + 1):
        slot = _slot(table, reference, reference, i, n)
        if table[slot] < 0:
            table[slot] = i
    for i in range(len(candidate) - n + 1):
        if table[_slot(table, reference, candidate, i, n)] >= 0:
            right += 1
    return right
