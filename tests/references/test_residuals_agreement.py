"""The residuals against exact fractions, and as the derivative of half the squared error."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.optimize import approx_fprime

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(0, 9))
    return generator.normal(size=(2, n)) * 10.0 ** generator.uniform(-3, 3, (2, 1))


@every_answer("classic/residuals")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_residuals_agree_with_exact_fractions(answer, generator):
    y, yhat = arguments(generator)
    expected = [float(Fraction(b) - Fraction(a)) for a, b in zip(y.tolist(), yhat.tolist(), strict=True)]
    np.testing.assert_array_equal(answer(y, yhat), expected)


@every_answer("classic/residuals")
def test_the_residuals_are_the_derivative_of_half_the_squared_error(answer):
    y, yhat = np.random.default_rng(1).normal(size=(2, 5))
    slopes = approx_fprime(yhat, lambda predicted: ((predicted - y) ** 2).sum() / 2)
    np.testing.assert_allclose(answer(y, yhat), slopes, rtol=1e-6, atol=1e-6)
