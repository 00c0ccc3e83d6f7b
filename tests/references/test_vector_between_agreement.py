"""The vector between two points against exact fractions and SciPy's distances."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.spatial import distance

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def points(generator):
    return generator.normal(size=(2, generator.integers(1, 30))) * 10.0 ** generator.uniform(-3, 15, (2, 1))


@every_answer("maths/vector_between")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_components_agree_with_exact_fractions(answer, generator):
    a, b = points(generator)
    exact = [float(Fraction(q) - Fraction(p)) for p, q in zip(a.tolist(), b.tolist(), strict=True)]
    np.testing.assert_array_equal(answer(a, b), exact)


@every_answer("maths/vector_between")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sizes_of_the_components_give_scipy_s_distances(answer, generator):
    a, b = points(generator)
    np.testing.assert_allclose(np.abs(answer(a, b)).sum(), distance.cityblock(a, b), rtol=1e-12)
    np.testing.assert_allclose(np.abs(answer(a, b)).max(), distance.chebyshev(a, b), rtol=1e-12)
