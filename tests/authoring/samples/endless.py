"""Loops, recursion and growth that end only as long as nobody touches them."""

import numpy as np


def countdown(n):
    steps = 0
    while n > 0:
        n -= 1
        steps += 1
    return steps


def depth(n):
    if n == 0:
        return 0
    return depth(n - 1) + 1


def doubled(x):
    rounds = 0
    while rounds < 3:
        x = np.concatenate([x, x])
        rounds += 1
    return x


def widest(words):
    return max((len(word) for word in words), default=0)


def longest(words):
    return max(words, key=lambda word: len(word))
