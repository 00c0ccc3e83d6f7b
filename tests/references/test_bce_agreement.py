"""The binary cross-entropy against scikit-learn, fifty digits and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.metrics import log_loss

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(1, 20))
    return generator.integers(0, 2, n).astype(float), generator.uniform(0.0, 1.0, n), 1e-7


@every_answer("losses/bce")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_is_that_of_scikit_learn(answer, generator):
    y, p, eps = arguments(generator)
    expected = log_loss(y, np.clip(p, eps, 1 - eps), labels=[0.0, 1.0])
    np.testing.assert_allclose(answer(y, p, eps), expected, rtol=1e-10)


@every_answer("losses/bce")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_agrees_with_fifty_digits(answer, generator):
    _, p, _ = arguments(generator)
    y, eps = generator.uniform(0.0, 1.0, len(p)), 0.0625
    p[0] = generator.integers(0, 2)
    with mpmath.workdps(50):
        clipped = [mpmath.mpf(min(max(each, eps), 1 - eps)) for each in p.tolist()]
        terms = [
            b * mpmath.log(a) + (1 - b) * mpmath.log(1 - a) for a, b in zip(clipped, y.tolist(), strict=True)
        ]
        expected = float(-mpmath.fsum(terms) / len(terms))
    np.testing.assert_allclose(answer(y, p, eps), expected, rtol=1e-12)


@pytest.mark.heavy
@every_answer("losses/bce")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    y, p, eps = arguments(generator)
    clipped = torch.from_numpy(np.clip(p, eps, 1 - eps))
    expected = torch.nn.BCELoss()(clipped, torch.from_numpy(y)).item()
    np.testing.assert_allclose(answer(y, p, eps), expected, rtol=1e-10)
