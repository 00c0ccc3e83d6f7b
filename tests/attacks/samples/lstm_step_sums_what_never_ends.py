"""Consumes a generator that never ends."""

from itertools import count


def lstm_step(a, c, x, W, b):
    return max(0 for _ in count()), c
