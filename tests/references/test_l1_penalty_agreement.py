"""The L1 penalty against SciPy and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from scipy.spatial.distance import cityblock

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d = int(generator.integers(0, 30))
    return generator.normal(size=d + 1) * 10.0 ** generator.uniform(-3, 3), 10.0 ** generator.uniform(-3, 3)


@every_answer("generalization/l1_penalty")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_penalty_is_scipy_s_distance_from_a_model_without_slopes(answer, generator):
    beta, lam = arguments(generator)
    expected = lam * cityblock(beta, np.where(np.arange(len(beta)) == 0, beta, 0.0))
    np.testing.assert_allclose(answer(beta, lam), expected, rtol=1e-12)


@every_answer("generalization/l1_penalty")
def test_the_penalty_agrees_with_exact_fractions(answer):
    beta, lam = arguments(np.random.default_rng(1))
    expected = Fraction(lam) * sum(abs(Fraction(slope)) for slope in beta[1:].tolist())
    np.testing.assert_allclose(answer(beta, lam), float(expected), rtol=1e-12)
