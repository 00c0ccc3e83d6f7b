"""The least-squares line against SciPy, the standard library and exact fractions."""

import statistics
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.stats import linregress

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(2, 30))
    x = np.arange(n) + generator.uniform(-0.3, 0.3, n) + generator.choice([0, 1000])
    return x, 3.0 - 2.0 * x + generator.normal(size=n)


@every_answer("classic/linreg_fit_simple")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_line_is_that_of_scipy(answer, generator):
    x, y = arguments(generator)
    line = linregress(x, y)
    np.testing.assert_allclose(answer(x, y), [line.intercept, line.slope], rtol=1e-9, atol=1e-9)


@every_answer("classic/linreg_fit_simple")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_line_is_that_of_the_standard_library(answer, generator):
    x, y = arguments(generator)
    slope, intercept = statistics.linear_regression(x.tolist(), y.tolist())
    np.testing.assert_allclose(answer(x, y), [intercept, slope], rtol=1e-9, atol=1e-9)


@every_answer("classic/linreg_fit_simple")
def test_the_line_solves_the_normal_equations_exactly(answer):
    x, y = arguments(np.random.default_rng(1))
    xs, ys = [Fraction(each) for each in x.tolist()], [Fraction(each) for each in y.tolist()]
    n, sx, sy, sxx = len(xs), sum(xs), sum(ys), sum(each**2 for each in xs)
    sxy = sum(a * b for a, b in zip(xs, ys, strict=True))
    slope = (n * sxy - sx * sy) / (n * sxx - sx**2)
    np.testing.assert_allclose(answer(x, y), [float((sy - slope * sx) / n), float(slope)], rtol=1e-10)
