"""One-hot labels against scikit-learn and by definition."""

import numpy as np
from hypothesis import given, settings
from sklearn.preprocessing import OneHotEncoder

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, k, base = (int(number) for number in generator.integers([1, 1, -9], [30, 9, 10]))
    return generator.integers(base, base + k, n), k, base


@every_answer("losses/one_hot")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_table_is_that_of_scikit_learn(answer, generator):
    labels, k, base = arguments(generator)
    encoder = OneHotEncoder(categories=[range(base, base + k)], sparse_output=False)
    np.testing.assert_array_equal(answer(labels, k, base), encoder.fit_transform(labels[:, None]))


@every_answer("losses/one_hot")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_table_follows_the_definition(answer, generator):
    labels, k, base = arguments(generator)
    expected = [[float(label == base + j) for j in range(k)] for label in labels.tolist()]
    assert answer(labels, k, base).tolist() == expected
