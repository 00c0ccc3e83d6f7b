"""Mean and median against NumPy, exact fractions, and the errors that they minimise."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.optimize import minimize_scalar

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def numbers(generator):
    return generator.normal(size=generator.integers(1, 30)) * 10.0 ** generator.uniform(-2, 2)


@every_answer("maths/mean_median")
@settings(max_examples=30)
@given(generator=seeds())
def test_mean_and_median_are_those_of_numpy(answer, generator):
    y = numbers(generator)
    np.testing.assert_allclose(answer(y), (np.mean(y), np.median(y)), rtol=1e-11, atol=1e-13)


@every_answer("maths/mean_median")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_mean_agrees_with_exact_fractions(answer, generator):
    y = numbers(generator)
    np.testing.assert_allclose(
        answer(y)[0], float(sum(map(Fraction, y.tolist())) / len(y)), rtol=1e-11, atol=1e-13
    )


@every_answer("maths/mean_median")
def test_they_minimise_the_squared_and_the_absolute_error(answer):
    y = np.random.default_rng(3).normal(size=9)
    for power, typical in zip((2, 1), answer(y), strict=True):
        found = minimize_scalar(
            lambda c, p=power: np.sum(np.abs(y - c) ** p), bounds=(-3, 3), options={"xatol": 1e-9}
        )
        np.testing.assert_allclose(typical, found.x, atol=1e-6)
