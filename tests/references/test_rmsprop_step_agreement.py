"""The RMSProp step against mpmath and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d = int(generator.integers(0, 9))
    w, g = generator.normal(size=(2, d))
    s = generator.uniform(0, 3, d) * generator.integers(0, 2, d)
    lr, gamma, eps = generator.uniform(0, 2), generator.uniform(0.01, 1), 10.0 ** generator.uniform(-8, 1)
    return w, s, g, float(lr), float(gamma), float(eps)


@every_answer("optimizers/rmsprop_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_fifty_digits(answer, generator):
    w, s, g, lr, gamma, eps = arguments(generator)
    rows = []
    with mpmath.workdps(50):
        for weight, mean, slope in zip(*(map(mpmath.mpf, each) for each in (w, s, g)), strict=True):
            new = gamma * mean + (1 - mpmath.mpf(gamma)) * slope**2
            rows.append([float(weight - lr * slope / (mpmath.sqrt(new) + eps)), float(new)])
    expected = np.reshape(np.array(rows), (-1, 2)).T
    for want, got in zip(expected, answer(w, s, g, lr, gamma, eps), strict=True):
        np.testing.assert_allclose(got, want, rtol=1e-11, atol=1e-13)


@pytest.mark.heavy
@every_answer("optimizers/rmsprop_step")
@settings(max_examples=20)
@given(generator=seeds())
def test_ten_steps_agree_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, _, g, lr, gamma, eps = arguments(generator)
    weights = torch.nn.Parameter(torch.from_numpy(w.copy()))
    optimizer = torch.optim.RMSprop([weights], lr=lr, alpha=gamma, eps=eps)
    s = np.zeros_like(w)
    for _ in range(10):
        weights.grad = torch.from_numpy(g.copy())
        optimizer.step()
        w, s = answer(w, s, g, lr, gamma, eps)
        g = generator.normal(size=w.shape)
    np.testing.assert_allclose(w, weights.detach().numpy(), rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(s, optimizer.state[weights]["square_avg"].numpy(), rtol=1e-10, atol=1e-13)
