"""Properties of every right count of n-grams, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._ids import few, grams, table

kata = Kata("ngram_counts(ids: i8(T), n: i8) -> i8(?m,n), i8(?m)", T=st.integers(4, 9), n=st.integers(1, 3),
            ids=st.arrays(arg("T"), elements=few, dtype="i8"))
kata.domain(T=arg.size(0, 1000), ids=arg.whole(0, 500), n=arg.whole(1, 8))
kata.hints(
    "How many n-grams does a text of 5 words have for n = 2, with repetitions?",
    "Which of these can be the key of a dictionary: a list, an array, a tuple?",
    "Go through the text from left to right and count tuples in a dictionary, which keeps the order of its keys.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("A text of fewer than n words has no n-gram.", points=1, n=st.integers(2, 3), T=st.integers(0, 1),
          hint="Which shape does `np.array([])` have, and which is asked for?")
kata.edge("A text of n words has one n-gram.", points=0, T=arg("n"))
kata.edge("(1, 23) and (12, 3) are different n-grams.", points=1, n=2,
          hint="Are (1, 23) and (12, 3) equal for your code?", T=8,
          ids=st.permutations([1, 23, 12, 3, 1, 12, 3, 23]).map(np.array))
kata.edge("A text that repeats a single word has one different n-gram.", points=0,
          ids=st.arrays(arg("T"), elements=st.just(5), dtype="i8"))
# the 0, cat 1, on 2, mat 3
kata.example('"the cat the cat on the mat" has five different pairs, one of them twice.',
             ids=np.array([0, 1, 0, 1, 2, 0, 3]), n=2,
             expected=(np.array([[0, 1], [1, 0], [1, 2], [2, 0], [0, 3]]), np.array([2, 1, 1, 1, 1])))
# In a number system with the base B, (1, 0) and (0, B) are the same number.
COUNTED = np.array([[0, k] for k in range(1, 501)]).ravel()
kata.example("In 0, 1, 0, 2, 0, 3, ..., 0, 500, all pairs are different.", ids=COUNTED, n=2,
             expected=(np.stack([COUNTED[:-1], COUNTED[1:]], axis=1), np.ones(999, dtype=int)))


@kata.property(points=0)
def counts_every_ngram(ngram_counts, ids, n):
    """The counts sum to T - n + 1."""
    same(int(ngram_counts(ids, n)[1].sum()), len(ids) - n + 1)


@kata.property(points=0)
def follows_other_numbers_for_the_words(ngram_counts, ids, n):
    """If the words have other numbers, so have the n-grams, and the counts stay the same."""
    names = np.array([7, 0, 31])
    rows, counts = ngram_counts(ids, n)
    same(ngram_counts(names[ids], n), (names[rows], counts))


@kata.property(points=0)
def finds_the_same_ngrams_backwards(ngram_counts, ids, n):
    """A text that is read backwards has the reversed n-grams with the same counts."""
    rows, counts = ngram_counts(ids[::-1].copy(), n)
    backwards = {tuple(row[::-1].tolist()): int(count) for row, count in zip(rows, counts, strict=True)}
    rows, counts = ngram_counts(ids, n)
    assert backwards == {tuple(row.tolist()): int(count) for row, count in zip(rows, counts, strict=True)}


@kata.misconception(title="leaves out the last n-gram")
def leaves_out_the_last_ngram(ids, n):
    """You leave out the last n-gram of the text."""
    return table(grams(ids[:-1], n), n)


@kata.misconception(title="ignores the order of words")
def ignores_the_order_of_words(ids, n):
    """You treat n-grams of the same words in another order as equal. The order matters."""
    return table([tuple(sorted(gram)) for gram in grams(ids, n)], n)


@kata.misconception(title="cuts the text into blocks")
def cuts_the_text_into_blocks(ids, n):
    """Your n-grams do not overlap. An n-gram may begin at every word."""
    return table(grams(ids, n)[::n], n)


@kata.misconception
def joins_the_digits(ids, n):
    """You treat (1, 23) and (12, 3) as equal. If their digits are joined without a separator, they look alike."""
    first = {}
    found = [first.setdefault("".join(map(str, gram)), gram) for gram in grams(ids, n)]
    return table(found, n)


@kata.misconception(title="counts each different n-gram once")
def counts_each_ngram_once(ids, n):
    """Your counts are all 1. They say how often an n-gram occurs."""
    rows, counts = table(grams(ids, n), n)
    return rows, np.ones_like(counts)


@kata.misconception(convention="np.unique, which sorts")
def sorts_the_ngrams(ids, n):
    """Your n-grams are sorted. Here they are in the order in which they first occur."""
    rows, counts = table(grams(ids, n), n)
    order = np.lexsort(rows.T[::-1]) if len(rows) else []
    return rows[order], counts[order]


@kata.misconception(convention="Counter.most_common")
def sorts_by_count(ids, n):
    """Your n-grams are sorted by their counts. Here they are in the order in which they first occur."""
    rows, counts = table(grams(ids, n), n)
    order = np.argsort(-counts, kind="stable")
    return rows[order], counts[order]


@kata.misconception(title="lists every n-gram with its repetitions")
def lists_repetitions(ids, n):
    """Your rows repeat if an n-gram occurs more than once. Equal n-grams share a row."""
    found = grams(ids, n)
    counts = [found.count(gram) for gram in found]
    return np.array(found, dtype=np.int64).reshape(-1, n), np.array(counts, dtype=np.int64)


@kata.misconception(title="has the wrong shape without n-grams")
def loses_the_shape_without_ngrams(ids, n):
    """Without an n-gram your first result has one axis. It has no rows, but still n columns."""
    rows, counts = table(grams(ids, n), n)
    return (rows if len(rows) else np.zeros(0, dtype=np.int64)), counts
