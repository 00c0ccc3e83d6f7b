"""Strategies for sentences, and a correct BLEU with parts that wrong answers replace."""

import math
from collections import Counter

from gradkata import st

# Few words, so that n-grams repeat; several letters each, and "la" + "lala" reads like "lala" + "la".
WORDS = ("la", "lala", "La")


@st.composite
def edited(draw, sentence, most=2):
    """A sentence that differs from another in a few words."""
    words = list(sentence)
    for _ in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(words)))
        change = draw(st.sampled_from(["insert", "drop", "replace"]))
        if change == "insert" or at == len(words):
            words.insert(at, draw(st.sampled_from(WORDS)))
        elif change == "drop":
            del words[at]
        else:
            words[at] = draw(st.sampled_from(WORDS))
    return words


@st.composite
def references_for(draw, candidate, max_n, most=3):
    """One to three edited copies of the candidate that share n-grams of all lengths with it; no two tie in length."""
    sentences = [draw(edited(candidate)) for _ in range(draw(st.integers(1, most)))]
    # One that is much shorter or longer: its words count, but its length must not.
    sentences += draw(st.sampled_from([[], [candidate[:2]], [[*candidate, *candidate]]]))
    lengths = {len(sentence) for sentence in sentences}
    tie = any(2 * len(candidate) - length in lengths for length in lengths - {len(candidate)})
    return [list(candidate)] if tie or not clipped(candidate, sentences, max_n)[0] else sentences


@st.composite
def tied(draw, candidate):
    """Two references, one a word longer and one a word shorter than the candidate."""
    at = draw(st.integers(0, len(candidate) - 1))
    longer = [*candidate, draw(st.sampled_from(WORDS))]
    shorter = candidate[:at] + candidate[at + 1 :]
    return [longer, shorter] if draw(st.booleans()) else [shorter, longer]


@st.composite
def doubled(draw, candidate):
    """A reference that contains a word of the candidate, but no pair of its words."""
    known = draw(st.sampled_from(sorted(set(candidate))))
    return [[known, "then"] * draw(st.integers(1, 3))]


def ngrams(sentence, n):
    """The n-grams of a sentence with their counts."""
    return Counter(tuple(sentence[i : i + n]) for i in range(len(sentence) - n + 1))


def clipped(candidate, references, n):
    """(clipped count, total) of the n-grams of a candidate."""
    counts = ngrams(candidate, n)
    most = Counter()
    for reference in references:
        most |= ngrams(reference, n)
    return sum((counts & most).values()), sum(counts.values())


def closest(candidate, references):
    """The reference length closest to the candidate's, the shorter on a tie."""
    return min((abs(len(r) - len(candidate)), len(r)) for r in references)[1]


def brevity_penalty(c, r):
    """min(1, exp(1 - r / c)), 0 for an empty candidate."""
    return min(1.0, math.exp(1 - r / c)) if c else 0.0


def geometric_mean(precisions):
    """The n-th root of the product, 0 where any is 0."""
    return math.exp(sum(map(math.log, precisions)) / len(precisions)) if all(precisions) else 0.0


def score(
    candidate, references, max_n, count=clipped, mean=geometric_mean, length=closest, penalty=brevity_penalty
):
    """The right BLEU, or the one with another count, mean, reference length or penalty."""
    pairs = [count(candidate, references, n) for n in range(1, max_n + 1)]
    precisions = [right / total if total else 0.0 for right, total in pairs]
    return penalty(len(candidate), length(candidate, references)) * mean(precisions)
