"""The Huber loss against SciPy, exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
import scipy.special
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 30))
    y, yhat = generator.normal(size=(2, n)) * 10.0 ** generator.uniform(-2, 2)
    return y, yhat, 10.0 ** generator.uniform(-3, 3)


@every_answer("losses/huber_loss")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_is_that_of_scipy(answer, generator):
    y, yhat, delta = arguments(generator)
    np.testing.assert_allclose(
        answer(y, yhat, delta), scipy.special.huber(delta, yhat - y).mean(), rtol=1e-12
    )


@every_answer("losses/huber_loss")
def test_the_loss_agrees_with_exact_fractions(answer):
    y, yhat, _ = arguments(np.random.default_rng(1))
    delta = Fraction(3, 4)
    errors = [abs(Fraction(b) - Fraction(a)) for a, b in zip(y.tolist(), yhat.tolist(), strict=True)]
    losses = [e**2 / 2 if e <= delta else delta * e - delta**2 / 2 for e in errors]
    np.testing.assert_allclose(answer(y, yhat, 0.75), float(sum(losses) / len(losses)), rtol=1e-12)


@pytest.mark.heavy
@every_answer("losses/huber_loss")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    y, yhat, delta = arguments(generator)
    expected = torch.nn.HuberLoss(delta=delta)(torch.from_numpy(yhat), torch.from_numpy(y)).item()
    np.testing.assert_allclose(answer(y, yhat, delta), expected, rtol=1e-12)
