"""Odds against exact fractions, and back by SciPy's functions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.special import expit, logit

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def probabilities(generator):
    p = generator.uniform(size=int(generator.integers(0, 9)))
    return np.where(generator.uniform(size=len(p)) < 0.5, p, 1 - p * 1e-9)


@every_answer("classic/odds")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_odds_agree_with_exact_fractions(answer, generator):
    p = probabilities(generator)
    expected = [float(each / (1 - each)) for each in map(Fraction, p.tolist())]
    np.testing.assert_allclose(answer(p), expected, rtol=1e-14)


@every_answer("classic/odds")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_odds_are_the_exponentials_of_scipy_s_logits(answer, generator):
    p = probabilities(generator)
    np.testing.assert_allclose(answer(p), np.exp(logit(p)), rtol=1e-12)
    np.testing.assert_allclose(expit(np.log(answer(p))), p, rtol=1e-12)


@every_answer("classic/odds")
def test_the_ends_have_their_limits(answer):
    np.testing.assert_array_equal(answer(np.array([0.0, 0.5, 1.0])), [0.0, 1.0, np.inf])
