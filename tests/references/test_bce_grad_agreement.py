"""The gradient of the binary cross-entropy against fifty digits and automatic differentiation."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 20))
    y = generator.uniform(0.0, 1.0, n)
    hard = generator.integers(0, 2, n)
    p = 1 / (1 + np.exp(-generator.normal(size=n) * 5))
    return np.where(y > 0.5, hard, y), np.clip(p, 1e-6, 0.999999)


@every_answer("losses/bce_grad")
@settings(max_examples=15)
@given(generator=seeds())
def test_the_gradient_is_the_derivative_of_the_loss_taken_in_fifty_digits(answer, generator):
    y, p = arguments(generator)
    with mpmath.workdps(50):
        expected = [
            float(mpmath.diff(lambda at, b=b: -b * mpmath.log(at) - (1 - b) * mpmath.log(1 - at), a) / len(y))
            for a, b in zip(p.tolist(), y.tolist(), strict=True)
        ]
    np.testing.assert_allclose(answer(y, p), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.heavy
@every_answer("losses/bce_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    y, p = arguments(generator)
    probabilities = torch.from_numpy(p.copy()).requires_grad_()
    torch.nn.functional.binary_cross_entropy(probabilities, torch.from_numpy(y.copy())).backward()
    np.testing.assert_allclose(answer(y, p), probabilities.grad.numpy(), rtol=1e-9, atol=1e-12)
