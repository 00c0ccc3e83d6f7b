"""The derivative of a polynomial against NumPy's two kinds of polynomials and mpmath's derivative."""

import mpmath
import numpy as np
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/power_rule")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_coefficients_are_those_of_numpy(answer, generator):
    c = generator.normal(size=generator.integers(1, 40)) * 10.0 ** generator.uniform(-3, 3)
    got = answer(c)
    np.testing.assert_allclose(got, np.polynomial.Polynomial(c).deriv().coef, rtol=1e-13)
    np.testing.assert_allclose(got[::-1], np.polyder(c[::-1]) if len(c) > 1 else [0.0], rtol=1e-13)


@every_answer("maths/power_rule")
@settings(max_examples=20)
@given(generator=seeds())
def test_the_value_is_mpmath_s_derivative(answer, generator):
    c, x = generator.normal(size=5), float(generator.uniform(-2, 2))
    with mpmath.workdps(40):
        expected = mpmath.diff(lambda at: mpmath.fsum(a * at**i for i, a in enumerate(c.tolist())), x)
    np.testing.assert_allclose(np.polynomial.Polynomial(answer(c))(x), float(expected), rtol=1e-9, atol=1e-12)
