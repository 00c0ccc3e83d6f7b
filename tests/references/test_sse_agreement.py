"""The sum of squared errors against SciPy, scikit-learn and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.spatial.distance import sqeuclidean
from sklearn.metrics import mean_squared_error

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 30))
    return generator.normal(size=(2, n)) * 10.0 ** generator.uniform(-3, 3, (2, 1))


@every_answer("classic/sse")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sum_is_the_squared_distance_of_scipy(answer, generator):
    y, yhat = arguments(generator)
    np.testing.assert_allclose(answer(y, yhat), sqeuclidean(y, yhat), rtol=1e-12)


@every_answer("classic/sse")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sum_is_n_times_the_mean_of_scikit_learn(answer, generator):
    y, yhat = arguments(generator)
    np.testing.assert_allclose(answer(y, yhat), len(y) * mean_squared_error(y, yhat), rtol=1e-12)


@every_answer("classic/sse")
def test_the_sum_agrees_with_exact_fractions(answer):
    y, yhat = arguments(np.random.default_rng(1))
    squares = [(Fraction(b) - Fraction(a)) ** 2 for a, b in zip(y.tolist(), yhat.tolist(), strict=True)]
    np.testing.assert_allclose(answer(y, yhat), float(sum(squares)), rtol=1e-12)
