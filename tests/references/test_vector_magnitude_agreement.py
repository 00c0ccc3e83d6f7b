"""The length of a vector against SciPy and forty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.linalg import norm

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/vector_magnitude")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_length_is_that_of_scipy(answer, generator):
    v = generator.normal(size=generator.integers(0, 40)) * 10.0 ** generator.uniform(-3, 300)
    np.testing.assert_allclose(answer(v), norm(v) if len(v) else 0.0, rtol=1e-12)


@every_answer("maths/vector_magnitude")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_length_agrees_with_forty_digits(answer, generator):
    v = generator.normal(size=5) * 10.0 ** generator.uniform(-3, 3, 5)
    with mpmath.workdps(40):
        expected = float(mpmath.norm(v.tolist(), 2))
    np.testing.assert_allclose(answer(v), expected, rtol=1e-12)
