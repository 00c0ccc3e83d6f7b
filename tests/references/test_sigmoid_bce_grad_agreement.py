"""The gradient of sigmoid and binary cross-entropy against SciPy, fifty digits and automatic differentiation."""

import mpmath
import numpy as np
import pytest
import scipy.special
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 20))
    z = generator.normal(size=n) * 10.0 ** generator.uniform(-1, 2.5, n)
    return z, np.where(
        generator.uniform(size=n) > 0.5, generator.integers(0, 2, n), generator.uniform(size=n)
    )


@every_answer("backprop/sigmoid_bce_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_scipy_s_sigmoid(answer, generator):
    z, y = arguments(generator)
    np.testing.assert_allclose(answer(z, y), (scipy.special.expit(z) - y) / len(z), rtol=1e-12, atol=1e-15)


@every_answer("backprop/sigmoid_bce_grad")
@settings(max_examples=10)
@given(generator=seeds())
def test_the_gradient_is_the_derivative_of_the_loss_taken_in_fifty_digits(answer, generator):
    z, y = arguments(generator)
    z = np.clip(z, -20, 20)

    def loss(logit, label):
        p = 1 / (1 + mpmath.exp(-logit))
        return -label * mpmath.log(p) - (1 - label) * mpmath.log(1 - p)

    with mpmath.workdps(50):
        expected = [
            float(mpmath.diff(lambda at, b=b: loss(at, b), a) / len(z))
            for a, b in zip(z.tolist(), y.tolist(), strict=True)
        ]
    np.testing.assert_allclose(answer(z, y), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.heavy
@every_answer("backprop/sigmoid_bce_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    z, y = arguments(generator)
    logits = torch.from_numpy(z.copy()).requires_grad_()
    torch.nn.functional.binary_cross_entropy_with_logits(logits, torch.from_numpy(y.copy())).backward()
    np.testing.assert_allclose(answer(z, y), logits.grad.numpy(), rtol=1e-12, atol=1e-15)
