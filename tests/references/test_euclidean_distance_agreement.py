"""The Euclidean distance against SciPy and fifty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.spatial.distance import cdist

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d = (int(size) for size in generator.integers(0, 9, 2))
    X = generator.normal(size=(n, d)) * 10.0 ** generator.uniform(-3, 6, (n, 1))
    return X, X[0] + generator.normal(size=d) if n else generator.normal(size=d)


@every_answer("classic/euclidean_distance")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_distances_are_those_of_scipy(answer, generator):
    X, q = arguments(generator)
    expected = cdist(X, q[None])[:, 0] if q.size else np.zeros(len(X))
    np.testing.assert_allclose(answer(X, q), expected, rtol=1e-13)


@every_answer("classic/euclidean_distance")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_distances_agree_with_fifty_digits(answer, generator):
    X, q = arguments(generator)
    with mpmath.workdps(50):
        rows = [[mpmath.mpf(a) - b for a, b in zip(row, q.tolist(), strict=True)] for row in X.tolist()]
        expected = [float(mpmath.sqrt(mpmath.fsum(each**2 for each in row))) for row in rows]
    np.testing.assert_allclose(answer(X, q), expected, rtol=1e-13)
