"""The Adagrad step against mpmath and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d = int(generator.integers(0, 9))
    w, g = generator.normal(size=(2, d))
    lr, eps = generator.uniform(0, 2), 10.0 ** generator.uniform(-8, 1)
    return w, generator.uniform(0, 3, d) * generator.integers(0, 2, d), g, float(lr), float(eps)


@every_answer("optimizers/adagrad_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_fifty_digits(answer, generator):
    w, s, g, lr, eps = arguments(generator)
    with mpmath.workdps(50):
        sums = [mpmath.mpf(total) + mpmath.mpf(slope) ** 2 for total, slope in zip(s, g, strict=True)]
        weights = [
            mpmath.mpf(weight) - lr * mpmath.mpf(slope) / mpmath.sqrt(total + eps)
            for weight, slope, total in zip(w, g, sums, strict=True)
        ]
        expected = [np.array([float(number) for number in numbers]) for numbers in (weights, sums)]
    for want, got in zip(expected, answer(w, s, g, lr, eps), strict=True):
        np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-14)


@pytest.mark.heavy
@every_answer("optimizers/adagrad_step")
@settings(max_examples=20)
@given(generator=seeds())
def test_ten_steps_agree_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, _, g, lr, _ = arguments(generator)
    eps, start = 1e-12, 0.5  # from a positive start and with a tiny epsilon its place makes no difference
    weights = torch.nn.Parameter(torch.from_numpy(w.copy()))
    optimizer = torch.optim.Adagrad([weights], lr=lr, initial_accumulator_value=start, eps=eps)
    s = np.full_like(w, start)
    for _ in range(10):
        weights.grad = torch.from_numpy(g.copy())
        optimizer.step()
        w, s = answer(w, s, g, lr, eps)
        g = generator.normal(size=w.shape)
    np.testing.assert_allclose(w, weights.detach().numpy(), rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(s, optimizer.state[weights]["sum"].numpy(), rtol=1e-12)
