"""Properties of every right n-gram precision, and the usual mistakes."""

from collections import Counter

import numpy as np

from gradkata import Kata, arg, same, st
from ._ids import few, grams

kata = Kata("ngram_precision(candidate: i8(T), reference: i8(R), n: i8) -> i8, i8", T=st.integers(3, 7),
            R=st.integers(3, 7), n=st.integers(1, 3), candidate=st.arrays(arg("T"), elements=few, dtype="i8"),
            reference=st.arrays(arg("R"), elements=few, dtype="i8"))
kata.domain(T=arg.size(0, 400), R=arg.size(0, 400), candidate=arg.whole(0, 30), reference=arg.whole(0, 30),
            n=arg.whole(1, 8))
kata.hints(
    "How many pairs does a candidate of 5 words have?",
    "A pair occurs twice in the candidate and once in the reference. How often does it count, if nothing is clipped?",
    "Collect the n-grams of the reference in a set of tuples, and go through the n-grams of the candidate.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("A candidate of fewer than n words has no n-gram.", points=1, n=st.integers(2, 4), T=st.integers(0, 1),
          hint="What does your formula for the total give for a candidate of one word and n = 4?")
kata.edge("A reference of fewer than n words contains no n-gram.", points=0, n=st.integers(2, 3), R=st.integers(0, 1))
kata.edge("With an empty reference the numerator is 0.", points=0, R=0)
# the 0, cat 1, is 2, on 3, mat 4
kata.example('All of "the the the the the the the" occurs in "the cat is on the mat".',
             candidate=np.zeros(7, dtype=int), reference=np.array([0, 1, 2, 3, 0, 4]), n=1, expected=(7, 7))
# In a number system with the base B, (1, 0) and (0, B) are the same number.
kata.example("The pairs (0, 1) and (1, 0) are not in 0, 2, 0, 3, ..., 0, 30, 0.", candidate=np.array([0, 1, 0]),
             reference=np.array([[0, k] for k in range(2, 31)] + [[0, 0]]).ravel()[:-1], n=2, expected=(0, 2))
kata.edge("The order of the words matters in long n-grams as well.", points=0, n=st.integers(4, 8),
          candidate=np.arange(8), reference=np.arange(8)[::-1].copy(), T=8, R=8)
for change in ("- -> + in len(reference) - n", "drop - n in len(reference) - n", "1 -> 2 in len(reference) - n + 1"):
    kata.equivalent(f"ngram_precision_numpy: {change}",
                    reason="it adds slices of fewer than n words, which equal no n-gram of the candidate")


@kata.property(points=0)
def is_full_for_the_reference(ngram_precision, candidate, n):
    """If the candidate equals the reference, all of its n-grams count."""
    right, total = ngram_precision(candidate, candidate.copy(), n)
    assert right == total == len(candidate) - n + 1


@kata.property(points=0, T=4, candidate=st.permutations([0, 1, 2, 3]).map(np.array))
def minds_the_order_of_the_words(ngram_precision, candidate):
    """A sentence of four different words has its own three pairs; read backwards, it has none of them."""
    same(ngram_precision(candidate, candidate.copy(), 2), (3, 3))
    same(ngram_precision(candidate[::-1].copy(), candidate, 2), (0, 3))


@kata.property(points=0)
def ignores_words_that_the_candidate_lacks(ngram_precision, candidate, reference, n):
    """If the reference begins with a further word that the candidate does not contain, nothing changes."""
    longer = np.concatenate([[30], reference])
    same(ngram_precision(candidate, longer, n), ngram_precision(candidate, reference, n))


@kata.property(points=0)
def rises_with_a_word_that_is_right(ngram_precision, candidate, reference):
    """For n = 1, a further word of the reference in the candidate adds 1 to both numbers."""
    right, total = ngram_precision(candidate, reference, 1)
    same(ngram_precision(np.append(candidate, reference[0]), reference, 1), (right + 1, total + 1))


def precision(candidate, reference, n):
    """The right pair."""
    mine, known = grams(candidate, n), set(grams(reference, n))
    return sum(gram in known for gram in mine), len(mine)


@kata.misconception(convention="BLEU")
def clips_the_counts(candidate, reference, n):
    """You count an n-gram at most as often as the reference has it. Here nothing is clipped."""
    mine = Counter(grams(candidate, n))
    return sum((mine & Counter(grams(reference, n))).values()), sum(mine.values())


@kata.misconception(title="counts each different n-gram once")
def counts_each_ngram_once(candidate, reference, n):
    """You count each different n-gram once. Repetitions count in both numbers."""
    mine, known = set(grams(candidate, n)), set(grams(reference, n))
    return len(mine & known), len(mine)


@kata.misconception(title="counts each different n-gram once, but not in the total")
def counts_each_right_ngram_once(candidate, reference, n):
    """Your total is right, but an n-gram that the candidate repeats counts once in the numerator."""
    return len(set(grams(candidate, n)) & set(grams(reference, n))), len(grams(candidate, n))


@kata.misconception(title="divides by the n-grams of the reference")
def divides_by_the_ngrams_of_the_reference(candidate, reference, n):
    """Your second number is the number of n-grams of the reference. It should be that of the candidate."""
    return precision(candidate, reference, n)[0], len(grams(reference, n))


@kata.misconception(convention="recall")
def counts_the_ngrams_of_the_reference(candidate, reference, n):
    """You count the n-grams of the reference that the candidate contains. That is the recall."""
    return precision(reference, candidate, n)


@kata.misconception(title="divides by the number of words")
def divides_by_the_number_of_words(candidate, reference, n):
    """Your total is the number of words of the candidate. A candidate of four words has three pairs."""
    return precision(candidate, reference, n)[0], len(candidate)


@kata.misconception
def returns_a_negative_total(candidate, reference, n):
    """Your total is negative for a short candidate. A candidate of fewer than n words has no n-gram."""
    return precision(candidate, reference, n)[0], len(candidate) - n + 1


@kata.misconception(title="counts every place of the reference")
def counts_every_place_of_the_reference(candidate, reference, n):
    """You count an n-gram once for each place where the reference has it, so that the numerator may exceed the
    denominator."""
    mine, known = grams(candidate, n), grams(reference, n)
    return sum(known.count(gram) for gram in mine), len(mine)


@kata.misconception(title="compares places")
def compares_places(candidate, reference, n):
    """You compare each n-gram with the one at the same place of the reference. It may occur at any place."""
    mine, other = grams(candidate, n), grams(reference, n)
    return sum(a == b for a, b in zip(mine, other, strict=False)), len(mine)


@kata.misconception(title="ignores the order of words")
def ignores_the_order_of_words(candidate, reference, n):
    """You treat n-grams of the same words in another order as equal."""
    mine, known = grams(candidate, n), {tuple(sorted(gram)) for gram in grams(reference, n)}
    return sum(tuple(sorted(gram)) in known for gram in mine), len(mine)


@kata.misconception(title="returns a fraction")
def divides(candidate, reference, n):
    """You return one number. The numerator and the denominator are asked for."""
    right, total = precision(candidate, reference, n)
    return right / total if total else 0.0
