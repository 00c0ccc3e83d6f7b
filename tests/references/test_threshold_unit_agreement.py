"""The threshold unit against exact fractions and scikit-learn's Binarizer."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.preprocessing import Binarizer

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    """Sums of ordinary size, some of which equal the threshold or differ from it in the last bit."""
    n, theta = int(generator.integers(1, 30)), float(generator.normal())
    near = generator.choice([theta, np.nextafter(theta, 9), np.nextafter(theta, -9)], n)
    return np.where(generator.random(n) < 0.5, near, generator.normal(size=n)), theta


@every_answer("perceptron/threshold_unit")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_answers_are_those_of_exact_fractions(answer, generator):
    z, theta = arguments(generator)
    got = answer(z, theta)
    assert got.dtype == np.int64
    assert got.tolist() == [int(Fraction(total) > Fraction(theta)) for total in z.tolist()]


@every_answer("perceptron/threshold_unit")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_answers_are_those_of_scikit_learn_s_binarizer(answer, generator):
    z, theta = arguments(generator)
    np.testing.assert_array_equal(answer(z, theta), Binarizer(threshold=theta).transform(z[:, None])[:, 0])


@every_answer("perceptron/threshold_unit")
def test_infinite_sums_and_none_at_all(answer):
    np.testing.assert_array_equal(answer(np.array([np.inf, -np.inf]), 1000.0), [1, 0])
    assert answer(np.zeros(0), 0.5).shape == (0,)
