"""The slope of a secant against SciPy's regression on two points and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.stats import linregress

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/secant_slope")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_slope_is_that_of_a_regression_on_two_points(answer, generator):
    x, y = generator.uniform(-3.0, 3.0, (2, 2))
    x[1] += 7.0
    np.testing.assert_allclose(answer(x[0], y[0], x[1], y[1]), linregress(x, y).slope, rtol=1e-10)


@every_answer("maths/secant_slope")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_slope_agrees_with_exact_fractions(answer, generator):
    x1, y1, x2, y2 = (generator.normal(size=4) * 10.0 ** generator.uniform(-6, 6, 4)).tolist()
    exact = float((Fraction(y2) - Fraction(y1)) / (Fraction(x2) - Fraction(x1)))
    np.testing.assert_allclose(answer(x1, y1, x2, y2), exact, rtol=1e-12)


@every_answer("maths/secant_slope")
def test_a_vertical_line_has_no_slope(answer):
    assert np.isnan([answer(2.0, 1.0, 2.0, 5.0), answer(0.0, 1.0, -0.0, 1.0)]).all()
