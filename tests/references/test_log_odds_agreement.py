"""Log-odds against SciPy and fifty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.special import expit, logit

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def probabilities(generator):
    p = generator.uniform(size=int(generator.integers(0, 9)))
    return generator.choice([p, 1 - p * 1e-9, p * 1e-9, p * 1e-300])


@every_answer("classic/log_odds")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_log_odds_are_those_of_scipy(answer, generator):
    p = probabilities(generator)
    np.testing.assert_allclose(answer(p), logit(p), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(expit(answer(p)), p, rtol=1e-12)


@every_answer("classic/log_odds")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_log_odds_agree_with_fifty_digits(answer, generator):
    p = probabilities(generator)
    with mpmath.workdps(50):
        expected = [float(mpmath.log(mpmath.mpf(each) / (1 - mpmath.mpf(each)))) for each in p.tolist()]
    np.testing.assert_allclose(answer(p), expected, rtol=1e-13, atol=1e-14)


@every_answer("classic/log_odds")
def test_the_ends_have_their_limits(answer):
    np.testing.assert_array_equal(answer(np.array([0.0, 0.5, 1.0])), [-np.inf, 0.0, np.inf])
