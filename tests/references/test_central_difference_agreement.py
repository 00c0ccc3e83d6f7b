"""The central difference against exact fractions, mpmath's derivative and NumPy's gradient."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/central_difference")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_quotient_agrees_with_exact_fractions(answer, generator):
    c = generator.integers(-5, 6, 5).tolist()
    x, h = float(generator.uniform(-5.0, 5.0)), float(generator.uniform(0.01, 1.0))

    def polynomial(at):
        return sum(a * at**i for i, a in enumerate(c))

    exact = (polynomial(Fraction(x) + Fraction(h)) - polynomial(Fraction(x) - Fraction(h))) / (
        2 * Fraction(h)
    )
    np.testing.assert_allclose(answer(polynomial, x, h), float(exact), rtol=1e-9, atol=1e-9)


@every_answer("maths/central_difference")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_quotient_is_that_of_numpy_on_a_grid(answer, generator):
    x, h = float(generator.uniform(-5.0, 5.0)), float(generator.uniform(0.01, 1.0))
    expected = np.gradient(np.sin(x + h * np.arange(-1, 2)), h)[1]
    np.testing.assert_allclose(answer(math.sin, x, h), expected, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("function", ["sin", "exp", "tanh"])
@every_answer("maths/central_difference")
def test_a_small_step_gives_almost_the_derivative(answer, function):
    expected = float(mpmath.diff(getattr(mpmath, function), 0.7))
    np.testing.assert_allclose(answer(getattr(math, function), 0.7, 1e-5), expected, rtol=1e-9)
