"""The momentum step against exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    w, v, g = generator.normal(size=(3, int(generator.integers(0, 9))))
    return w, v, g, float(generator.uniform(0, 2)), float(generator.uniform(0, 1))


@every_answer("optimizers/momentum_ewma_step")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_step_agrees_with_exact_fractions(answer, generator):
    w, v, g, lr, gamma = arguments(generator)
    share, rate = Fraction(gamma), Fraction(lr)
    means = [share * Fraction(old) + (1 - share) * Fraction(new) for old, new in zip(v, g, strict=True)]
    weights = [Fraction(weight) - rate * mean for weight, mean in zip(w, means, strict=True)]
    for expected, got in zip((weights, means), answer(w, v, g, lr, gamma), strict=True):
        np.testing.assert_allclose(got, np.array(expected, dtype=float), rtol=1e-12, atol=1e-14)


@pytest.mark.heavy
@every_answer("optimizers/momentum_ewma_step")
@settings(max_examples=20)
@given(generator=seeds())
def test_ten_steps_agree_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, _, g, lr, gamma = arguments(generator)
    weights = torch.nn.Parameter(torch.from_numpy(w.copy()))
    optimizer = torch.optim.SGD([weights], lr=lr, momentum=gamma, dampening=gamma)
    v = g  # PyTorch's average starts as the first gradient
    for _ in range(10):
        weights.grad = torch.from_numpy(g.copy())
        optimizer.step()
        w, v = answer(w, v, g, lr, gamma)
        g = generator.normal(size=w.shape)
    np.testing.assert_allclose(w, weights.detach().numpy(), rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(v, optimizer.state[weights]["momentum_buffer"].numpy(), rtol=1e-10, atol=1e-12)
