"""The exponentially weighted average against SciPy's recursive filter and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.signal import lfilter

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    theta = generator.normal(size=int(generator.integers(1, 40)))
    return theta, float(generator.uniform(0, 1)), float(generator.normal())


@every_answer("optimizers/ewma")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_averages_are_those_of_a_recursive_filter(answer, generator):
    theta, beta, v0 = arguments(generator)
    expected, _ = lfilter([1 - beta], [1, -beta], theta, zi=[beta * v0])
    np.testing.assert_allclose(answer(theta, beta, v0), expected, rtol=1e-11, atol=1e-13)


@every_answer("optimizers/ewma")
def test_the_averages_agree_with_exact_fractions(answer):
    theta, beta, v0 = arguments(np.random.default_rng(1))
    weight, v, expected = Fraction(beta), Fraction(v0), []
    for value in theta.tolist():
        v = weight * v + (1 - weight) * Fraction(value)
        expected.append(float(v))
    np.testing.assert_allclose(answer(theta, beta, v0), expected, rtol=1e-11, atol=1e-13)


@every_answer("optimizers/ewma")
def test_the_ends_of_beta_and_an_empty_series(answer):
    theta = np.array([3.0, -1.0, 0.5])
    np.testing.assert_array_equal(answer(theta, 0.0, 7.0), theta)
    np.testing.assert_array_equal(answer(theta, 1.0, 7.0), [7.0, 7.0, 7.0])
    assert answer(theta[:0], 0.5, 7.0).shape == (0,)
