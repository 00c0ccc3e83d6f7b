"""The perceptron's answers against exact fractions and scikit-learn's Perceptron."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.linear_model import Perceptron

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    """Samples, weights and a threshold on a grid, where sums are exact and some of them equal the threshold."""
    n, d = (int(size) for size in generator.integers(1, 12, 2))
    X, w = generator.integers(-8, 9, (n, d)) / 8, generator.integers(-8, 9, d) / 8
    return X, w, float(X[0] @ w) if generator.random() < 0.5 else float(generator.integers(-8, 9)) / 8


@every_answer("perceptron/perceptron_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_answers_are_those_of_exact_fractions(answer, generator):
    X, w, theta = arguments(generator)
    sums = [
        sum(Fraction(a) * Fraction(b) for a, b in zip(row, w.tolist(), strict=True)) for row in X.tolist()
    ]
    got = answer(X, w, theta)
    assert got.dtype == np.int64
    assert got.tolist() == [int(total > Fraction(theta)) for total in sums]


@every_answer("perceptron/perceptron_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_answers_are_those_of_scikit_learn_s_perceptron(answer, generator):
    X, w, theta = arguments(generator)
    model = Perceptron()
    model.coef_, model.intercept_, model.classes_ = w[None, :], np.array([-theta]), np.array([0, 1])
    np.testing.assert_array_equal(answer(X, w, theta), model.predict(X))


@every_answer("perceptron/perceptron_predict")
def test_no_samples_have_no_answers(answer):
    assert answer(np.zeros((0, 3)), np.ones(3), 0.5).shape == (0,)
