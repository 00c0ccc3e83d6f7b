"""The bias-corrected average against NumPy's weighted mean, SciPy's filter and PyTorch's Adam."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.signal import lfilter

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    return generator.normal(size=int(generator.integers(1, 40))), float(generator.uniform(0, 1))


@every_answer("optimizers/ewma_bias_corrected")
@settings(max_examples=30)
@given(generator=seeds())
def test_each_average_is_a_weighted_mean(answer, generator):
    theta, beta = arguments(generator)
    ages = np.arange(len(theta))[::-1]
    expected = [np.average(theta[: t + 1], weights=beta ** ages[-1 - t :]) for t in range(len(theta))]
    np.testing.assert_allclose(answer(theta, beta), expected, rtol=1e-10, atol=1e-12)


@every_answer("optimizers/ewma_bias_corrected")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_averages_are_those_of_a_filter_over_those_of_ones(answer, generator):
    theta, beta = arguments(generator)
    above, below = (lfilter([1.0], [1.0, -beta], series) for series in (theta, np.ones_like(theta)))
    np.testing.assert_allclose(answer(theta, beta), above / below, rtol=1e-10, atol=1e-12)


@pytest.mark.heavy
@every_answer("optimizers/ewma_bias_corrected")
def test_the_averages_are_those_of_adam_in_pytorch(answer):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    theta, beta = np.random.default_rng(1).normal(size=12), 0.8
    # With b2 = 0 and a large epsilon the step of Adam is the corrected average of the gradients over epsilon.
    weight = torch.nn.Parameter(torch.zeros(1, dtype=torch.float64))
    optimizer = torch.optim.Adam([weight], lr=1e12, betas=(beta, 0.0), eps=1e12)
    steps = []
    for value in theta:
        before = weight.item()
        weight.grad = torch.tensor([value], dtype=torch.float64)
        optimizer.step()
        steps.append(before - weight.item())
    np.testing.assert_allclose(answer(theta, beta), steps, rtol=1e-9, atol=1e-9)
