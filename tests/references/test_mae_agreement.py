"""The mean absolute error against scikit-learn and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.metrics import mean_absolute_error

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 30))
    return generator.normal(size=(2, n)) * 10.0 ** generator.uniform(-3, 3, (2, 1))


@every_answer("losses/mae")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_is_that_of_scikit_learn(answer, generator):
    y, yhat = arguments(generator)
    np.testing.assert_allclose(answer(y, yhat), mean_absolute_error(y, yhat), rtol=1e-12)


@every_answer("losses/mae")
def test_the_loss_agrees_with_exact_fractions(answer):
    y, yhat = arguments(np.random.default_rng(1))
    errors = [abs(Fraction(b) - Fraction(a)) for a, b in zip(y.tolist(), yhat.tolist(), strict=True)]
    np.testing.assert_allclose(answer(y, yhat), float(sum(errors) / len(errors)), rtol=1e-12)
