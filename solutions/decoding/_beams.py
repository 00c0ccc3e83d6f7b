"""The best few of many sums, and the prefixes that they extend."""

import numpy as np

from gradkata.jit import kernel


@kernel()
def _is_worse(scores, order, one, other):
    """Whether entry ``one`` of the heap has a lower score than ``other``, or an equal one and comes later."""
    a, b = scores[one], scores[other]
    return a < b or (a == b and order[one] > order[other])


@kernel()
def _sink(scores, order, place, size):
    """Let the entry at ``place`` sink until both its children are better: the worst stays at the root."""
    while True:
        worst = place
        for child in range(2 * place + 1, min(2 * place + 3, size)):
            if _is_worse(scores, order, child, worst):
                worst = child
        if worst == place:
            return
        scores[place], scores[worst] = scores[worst], scores[place]
        order[place], order[worst] = order[worst], order[place]
        place = worst


@kernel()
def _offer(totals, first, scores, order, size):
    """Offer candidates numbered from ``first`` on to a heap of the best; return its new size."""
    n, place = len(totals), 0
    while place < n and size < len(scores):
        scores[size], order[size] = totals[place], first + place
        size += 1
        place += 1
        if size == len(scores):
            for root in range(size // 2 - 1, -1, -1):
                _sink(scores, order, root, size)
    while place < n:
        stop = min(place + 16, n)
        found = False
        for k in range(place, stop):  # whole blocks vectorise; most contain nothing good enough
            found |= totals[k] > scores[0]
        if found:
            for k in range(place, stop):
                if totals[k] > scores[0]:  # among equal ones the earlier stays
                    scores[0], order[0] = totals[k], first + k
                    _sink(scores, order, 0, size)
        place = stop
    return size


@kernel("i8[:,::1](Array(f8, 1, 'C', readonly=True), Array(f8, 3, 'C', readonly=True), f8[::1])")
def search(log_start, log_next, scores):
    """The best sequences, (B,T), in lexicographic order; ``scores``, (B), receives their scores.

    Beams are kept in lexicographic order, so that the candidates' numbers give their order.
    """
    steps, v, width = len(log_next), len(log_start), len(scores)
    order, old = np.empty(width, np.int64), np.empty(width)
    parents, words = np.empty((steps + 1, width), np.int64), np.empty((steps + 1, width), np.int64)
    totals = np.empty(v)
    n = _offer(log_start, 0, old, order, 0)
    order[:n].sort()
    for i in range(n):
        words[0, i] = order[i]
        old[i] = log_start[order[i]]
    for step in range(steps):
        size = 0
        for i in range(n):
            row, prefix = log_next[step, words[step, i]], old[i]
            for k in range(v):
                totals[k] = prefix + row[k]
            size = _offer(totals, i * v, scores, order, size)
        order[:size].sort()
        for i in range(size):
            parent, word = order[i] // v, order[i] % v
            parents[step + 1, i], words[step + 1, i] = parent, word
            scores[i] = old[parent] + log_next[step, words[step, parent], word]
        n = size
        old[:n] = scores[:n]
    scores[:] = old
    sequences = np.empty((width, steps + 1), np.int64)
    for i in range(width):
        place = i
        for step in range(steps, -1, -1):
            sequences[i, step] = words[step, place]
            place = parents[step, place]
    return sequences
