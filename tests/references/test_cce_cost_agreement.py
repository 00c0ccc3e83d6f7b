"""The categorical cross-entropy against scikit-learn, SciPy and PyTorch."""

import numpy as np
import pytest
import scipy.special
import scipy.stats
from hypothesis import given, settings
from sklearn.metrics import log_loss

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, k = (int(size) for size in generator.integers([1, 2], [12, 7]))
    return generator.dirichlet(np.ones(k), n), generator.dirichlet(np.ones(k), n)


@every_answer("losses/cce_cost")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_cost_of_one_hot_labels_is_that_of_scikit_learn(answer, generator):
    _, P = arguments(generator)
    n, k = P.shape
    labels = generator.integers(0, k, n)
    expected = log_loss(labels, P, labels=range(k))
    np.testing.assert_allclose(answer(np.eye(k)[labels], P), expected, rtol=1e-9)


@every_answer("losses/cce_cost")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_cost_is_scipy_s_entropy_and_divergence(answer, generator):
    Y, P = arguments(generator)
    expected = np.mean(scipy.stats.entropy(Y, axis=1) + scipy.stats.entropy(Y, P, axis=1))
    np.testing.assert_allclose(answer(Y, P), expected, rtol=1e-9)


@every_answer("losses/cce_cost")
@settings(max_examples=30)
@given(generator=seeds())
def test_zeros_follow_scipy_s_xlogy(answer, generator):
    Y, P = arguments(generator)
    Y, P = Y * generator.integers(0, 2, Y.shape), P * generator.integers(0, 2, P.shape)
    with np.errstate(divide="ignore"):
        expected = -scipy.special.xlogy(Y, P).sum() / len(Y)
        np.testing.assert_allclose(answer(Y, P), expected, rtol=1e-9)


@pytest.mark.heavy
@every_answer("losses/cce_cost")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_cost_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    Y, P = arguments(generator)
    expected = torch.nn.CrossEntropyLoss()(torch.from_numpy(np.log(P)), torch.from_numpy(Y)).item()
    np.testing.assert_allclose(answer(Y, P), expected, rtol=1e-9)
