# Honest answer: Counter algebra; | is the maximum, & the minimum.
from collections import Counter
from functools import reduce


def clipped_precision(candidate, references, n):
    def grams(ws):
        return Counter(zip(*(ws[k:] for k in range(n))))

    c = grams(candidate)
    r = reduce(lambda a, b: a | b, map(grams, references))
    return sum((c & r).values()), sum(c.values())
