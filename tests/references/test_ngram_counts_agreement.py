"""The counts of n-grams against NLTK and scikit-learn."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from nltk.util import ngrams
from sklearn.feature_extraction.text import CountVectorizer

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    length, words = int(generator.integers(0, 20)), int(generator.integers(1, 6))
    return generator.integers(0, words, length) * 11, int(generator.integers(1, 5))


@every_answer("decoding/ngram_counts")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_counts_are_those_of_nltk(answer, generator):
    ids, n = arguments(generator)
    expected = Counter(ngrams(ids.tolist(), n))  # keeps the order of first occurrence
    rows, counts = answer(ids, n)
    assert (rows.shape, rows.dtype, counts.dtype) == ((len(expected), n), np.int64, np.int64)
    assert list(expected.items()) == list(zip(map(tuple, rows.tolist()), counts.tolist(), strict=True))


@every_answer("decoding/ngram_counts")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_counts_are_those_of_scikit_learn(answer, generator):
    ids, n = arguments(generator)
    rows, counts = answer(ids, n)
    if len(ids) >= n:
        vectorizer = CountVectorizer(analyzer="word", token_pattern=r"\d+", ngram_range=(n, n))
        table = vectorizer.fit_transform([" ".join(map(str, ids))]).toarray()[0]
        found = dict(zip(vectorizer.get_feature_names_out(), table.tolist(), strict=True))
        assert found == {
            " ".join(map(str, row)): c for row, c in zip(rows.tolist(), counts.tolist(), strict=True)
        }
