"""The gradient of the L2 penalty against exact fractions and automatic differentiation."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d = int(generator.integers(0, 30))
    return generator.normal(size=d + 1) * 10.0 ** generator.uniform(-3, 3), 10.0 ** generator.uniform(-3, 3)


@every_answer("generalization/l2_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_is_the_central_difference_in_exact_fractions(answer, generator):
    beta, lam = arguments(generator)
    slopes = [Fraction(slope) for slope in beta[1:].tolist()]
    # exact for a square, whatever the step
    expected = [float(Fraction(lam) * ((slope + 1) ** 2 - (slope - 1) ** 2) / 2) for slope in slopes]
    np.testing.assert_allclose(answer(beta, lam), [0.0, *expected], rtol=1e-12)


@pytest.mark.heavy
@every_answer("generalization/l2_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    beta, lam = arguments(generator)
    coefficients = torch.from_numpy(beta.copy()).requires_grad_()
    (lam * coefficients[1:].square().sum()).backward()
    np.testing.assert_allclose(answer(beta, lam), coefficients.grad.numpy(), rtol=1e-12)
