"""Strategies for tables of scores, and a correct beam search with parts that wrong answers replace."""

import numpy as np

from gradkata import st

GRID = st.integers(-12, 3).map(lambda k: 250 * k)
FINE = st.integers(-5000, 900)
# Scores that floats add exactly, with many equal sums.
EXACT = st.sampled_from([0.0, -0.5, -1.0])
SPARSE = st.sampled_from([-np.inf, -0.5, -1.0, -np.inf, -2.25])
# Thousands below 0: the exponential of such a number underflows to 0.
TINY = st.integers(-9000, -2000).map(lambda k: 1000 * k)


def _has_ties(start, following):
    totals = start
    for step in following:
        totals = totals[..., None] + step
        if len(np.unique(totals)) < totals.size:
            return True
    return False


@st.composite
def starts(draw, v, elements=GRID | FINE):
    """Distinct scores in thousandths: ``(V)``."""
    return draw(st.arrays(v, elements=elements, dtype="i8", unique=True)) / 1000


@st.composite
def untied(draw, log_start, t, elements=GRID | FINE):
    """Scores of words after words, such that no two prefixes of the same length tie: ``(T-1,V,V)``."""
    v = len(log_start)
    start = np.rint(1000 * log_start).astype(int)
    drawn = following = draw(st.arrays((t - 1, v, v), elements=elements, dtype="i8"))
    number, turn = np.arange(drawn.size).reshape(drawn.shape), 0
    while _has_ties(start, following):
        turn += 1
        following = drawn + (number * number * turn + number) % 997
    return following / 1000


@st.composite
def following(draw, log_start, t, elements):
    """Scores of words after words, possibly with ties: ``(T-1,V,V)``."""
    return draw(st.arrays((t - 1, len(log_start), len(log_start)), elements=elements))


def best(candidates, width):
    """The best pairs (score, prefix), the smaller prefix first among equal scores."""
    return sorted(candidates, key=lambda pair: (-pair[0], pair[1]))[:width]


def search(log_start, log_next, width, *, cut=best, first=None, add=lambda score, more: score + more):
    """The right pairs (score, sequence), or those with another cut, first cut or way to add."""
    beams = (first or cut)([(float(score), (word,)) for word, score in enumerate(log_start)], width)
    for step in log_next:
        beams = cut([(add(score, float(more)), (*prefix, word)) for score, prefix in beams
                     for word, more in enumerate(step[prefix[-1]])], width)
    return beams


def as_arrays(beams):
    """Pairs (score, sequence) as a kata returns them: ``-> i8(B,T), (B)``."""
    return np.array([sequence for _, sequence in beams], int), np.array([score for score, _ in beams], float)


def decode(*arguments, **parts):
    """The right answer, or the one with other parts, as arrays."""
    return as_arrays(search(*arguments, **parts))


def after_the_first(log_start, log_next, width):
    """The search in which every word is scored after the first word of its prefix."""
    beams = best([(float(score), (word,)) for word, score in enumerate(log_start)], width)
    for step in log_next:
        beams = best([(score + float(more), (*prefix, word)) for score, prefix in beams
                      for word, more in enumerate(step[prefix[0]])], width)
    return as_arrays(beams)


def best_of_each_parent(candidates, width):
    """The best ``width`` successors of every prefix, best first."""
    parents = dict.fromkeys(prefix[:-1] for _, prefix in candidates)
    kept = [best([pair for pair in candidates if pair[1][:-1] == parent], width) for parent in parents]
    return best([pair for pairs in kept for pair in pairs], None)


def possible(candidates, width):
    """The best of those whose score is not -inf."""
    return best([pair for pair in candidates if pair[0] > -np.inf], width)
