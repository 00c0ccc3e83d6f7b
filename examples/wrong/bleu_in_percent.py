"""The scale of sacrebleu."""

from collections import Counter
from math import exp


def bleu(candidate, references, max_n=4):
    product = 1.0
    for n in range(1, max_n + 1):
        mine, most = Counter(zip(*(candidate[i:] for i in range(n)))), Counter()
        for reference in references:
            most |= Counter(zip(*(reference[i:] for i in range(n))))
        if not mine:
            return 0.0
        product *= (mine & most).total() / mine.total()
    c = len(candidate)
    r = min((len(reference) for reference in references), key=lambda length: (abs(length - c), length))
    return 100 * min(1.0, exp(1 - r / c)) * product ** (1 / max_n)
