"""The gradient of the mean squared error against exact fractions and automatic differentiation."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 30))
    return generator.normal(size=(2, n)) * 10.0 ** generator.uniform(-3, 3, (2, 1))


@every_answer("losses/mse_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_is_the_central_difference_in_exact_fractions(answer, generator):
    y, yhat = arguments(generator)
    pairs = [(Fraction(b) - Fraction(a)) for a, b in zip(y.tolist(), yhat.tolist(), strict=True)]
    # exact for a square, whatever the step
    expected = [float(((error + 1) ** 2 - (error - 1) ** 2) / 2 / len(pairs)) for error in pairs]
    np.testing.assert_allclose(answer(y, yhat), expected, rtol=1e-12, atol=1e-12)


@pytest.mark.heavy
@every_answer("losses/mse_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    y, yhat = arguments(generator)
    predictions = torch.from_numpy(yhat.copy()).requires_grad_()
    torch.nn.functional.mse_loss(predictions, torch.from_numpy(y.copy())).backward()
    np.testing.assert_allclose(answer(y, yhat), predictions.grad.numpy(), rtol=1e-12, atol=1e-15)
