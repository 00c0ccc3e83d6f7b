"""The cosine similarity against SciPy, scikit-learn and fifty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.spatial.distance import cosine
from sklearn.metrics.pairwise import cosine_similarity

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def vectors(generator, exponent=3.0):
    d = int(generator.integers(1, 30))
    return generator.normal(size=(2, d)) * 10.0 ** generator.uniform(-exponent, exponent, (2, 1))


@every_answer("embeddings/cosine_similarity")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_similarity_is_that_of_scipy_and_of_scikit_learn(answer, generator):
    u, v = vectors(generator)
    np.testing.assert_allclose(answer(u, v), 1 - cosine(u, v), rtol=0, atol=1e-14)
    np.testing.assert_allclose(answer(u, v), cosine_similarity([u], [v])[0, 0], rtol=0, atol=1e-14)


@every_answer("embeddings/cosine_similarity")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_similarity_of_long_and_of_short_vectors_agrees_with_fifty_digits(answer, generator):
    u, v = vectors(generator, exponent=199.0)
    with mpmath.workdps(50):
        a, b = ([mpmath.mpf(each) for each in vector.tolist()] for vector in (u, v))
        expected = float(mpmath.fdot(a, b) / mpmath.sqrt(mpmath.fdot(a, a) * mpmath.fdot(b, b)))
    np.testing.assert_allclose(answer(u, v), expected, rtol=0, atol=1e-14)


@every_answer("embeddings/cosine_similarity")
def test_zero_vectors_are_like_those_of_scikit_learn(answer):
    zero, one = np.zeros(3), np.ones(3)
    for u, v in ((zero, one), (one, zero), (zero, zero)):
        assert answer(u, v) == cosine_similarity([u], [v])[0, 0] == 0
