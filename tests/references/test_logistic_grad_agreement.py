"""The gradient of logistic regression against SciPy's differences, fifty digits, and automatic differentiation."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from scipy.differentiate import jacobian
from scipy.special import xlog1py, xlogy

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d = (int(size) for size in generator.integers(1, 6, 2))
    X, beta = generator.normal(size=(n, d)), generator.normal(size=d + 1)
    return X, generator.choice([generator.integers(0, 2, n), generator.uniform(size=n)]).astype(float), beta


def loss(X, y, beta):
    """By definition, for one vector of weights or, along further axes, for many."""
    p = 1 / (1 + np.exp(-(beta[0] + np.tensordot(X, beta[1:], 1))))
    y = y.reshape(-1, *[1] * (p.ndim - 1))
    return -(xlogy(y, p) + xlog1py(1 - y, -p)).mean(axis=0)


@every_answer("logistic/logistic_grad")
@settings(max_examples=15)
@given(generator=seeds())
def test_the_gradient_is_the_slope_of_the_loss_by_scipy(answer, generator):
    X, y, beta = arguments(generator)
    slopes = jacobian(lambda weights: loss(X, y, weights), beta).df
    np.testing.assert_allclose(answer(X, y, beta), slopes, rtol=1e-6, atol=1e-8)


@every_answer("logistic/logistic_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_fifty_digits(answer, generator):
    X, y, beta = arguments(generator)
    X *= 20
    with mpmath.workdps(50):
        A = mpmath.matrix(np.column_stack([np.ones(len(X)), X]).tolist())
        z = A * mpmath.matrix(beta.tolist())
        error = mpmath.matrix(
            [1 / (1 + mpmath.exp(-each)) - label for each, label in zip(z, y.tolist(), strict=True)]
        )
        expected = [float(each / len(y)) for each in A.T * error]
    np.testing.assert_allclose(answer(X, y, beta), expected, rtol=1e-11, atol=1e-12)


@pytest.mark.heavy
@every_answer("logistic/logistic_grad")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    X, y, beta = arguments(generator)
    weights = torch.from_numpy(beta.copy()).requires_grad_()
    z = weights[0] + torch.from_numpy(X) @ weights[1:]
    torch.nn.functional.binary_cross_entropy_with_logits(z, torch.from_numpy(y)).backward()
    np.testing.assert_allclose(answer(X, y, beta), weights.grad.numpy(), rtol=1e-12, atol=1e-14)
