"""Unit vectors against scikit-learn and forty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from sklearn.preprocessing import normalize

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/unit_vector")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_direction_is_that_of_scikit_learn(answer, generator):
    v = generator.normal(size=generator.integers(1, 40)) * generator.choice([0.0, 1e-9, 1.0, 1e100])
    np.testing.assert_allclose(answer(v), normalize(v[None])[0], rtol=1e-12)


@every_answer("maths/unit_vector")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_direction_agrees_with_forty_digits(answer, generator):
    v = generator.normal(size=5) * 10.0 ** (generator.uniform(-300, 300) + generator.uniform(-3, 0, 5))
    with mpmath.workdps(40):
        length = mpmath.norm(v.tolist(), 2)
        expected = [float(component / length) for component in map(mpmath.mpf, v.tolist())]
    np.testing.assert_allclose(answer(v), expected, rtol=1e-12)
