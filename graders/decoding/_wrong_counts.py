"""Ways to count n-grams or to choose a length, with one mistake each: ``-> (right, total)``."""

from collections import Counter

from ._sentences import clipped, geometric_mean, ngrams


def unclipped(candidate, references, n):
    """Every n-gram that some reference has, as often as the candidate has it."""
    known = set().union(*(ngrams(reference, n) for reference in references))
    mine = ngrams(candidate, n)
    return sum(count for gram, count in mine.items() if gram in known), sum(mine.values())


def added_up(candidate, references, n):
    """Clipped at the sum over all references."""
    mine, known = ngrams(candidate, n), sum((ngrams(r, n) for r in references), Counter())
    return sum((mine & known).values()), sum(mine.values())


def different(candidate, references, n):
    """Every distinct n-gram once."""
    mine = set(ngrams(candidate, n))
    return len(mine & set().union(*(ngrams(reference, n) for reference in references))), len(mine)


def glued(candidate, references, n):
    """N-grams as strings without a space between the words."""

    def glue(sentence):
        return ["".join(sentence[i : i + n]) for i in range(len(sentence) - n + 1)]

    return clipped(glue(candidate), [glue(reference) for reference in references], 1)


def plus_one(candidate, references, n):
    """The count and the total plus 1, for pairs of words and longer n-grams."""
    right, total = clipped(candidate, references, n)
    return (right + 1, total + 1) if n > 1 else (right, total)


def longer_on_a_tie(candidate, references):
    """The reference length closest to the candidate's, the longer of two equally close."""
    return min((abs(len(r) - len(candidate)), -len(r)) for r in references)[1] * -1


def without_the_last(candidate, references, n):
    """Every sentence without its last n-gram."""
    return clipped(candidate[:-1], [reference[:-1] for reference in references], n)


def first_on_a_tie(candidate, references):
    """The reference length closest to the candidate's, the first in the list of two equally close."""
    return min((len(reference) for reference in references), key=lambda length: abs(length - len(candidate)))


def floored(precisions):
    """The geometric mean with 1e-10 in place of 0."""
    return geometric_mean([max(precision, 1e-10) for precision in precisions])
