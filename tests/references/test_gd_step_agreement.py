"""The gradient step against exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds

gd_step = solution("backprop/gd_step").gd_step

EPS = 2.0**-52


def arguments(generator):
    d = int(generator.integers(0, 9))
    w, g = generator.normal(size=(2, d)) * 10.0 ** generator.uniform(-3.0, 3.0, (2, d))
    return w, g, float(generator.choice([0.0, 1e-3, 0.1, 1.0, 7.5]))


def rounding(w, g, lr):
    return 2.0 * EPS * (np.abs(w) + np.abs(lr * g)) + 1e-300


@every_answer("backprop/gd_step")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_step_agrees_with_exact_fractions(answer, generator):
    w, g, lr = arguments(generator)
    exact = [
        float(Fraction(a) - Fraction(lr) * Fraction(b)) for a, b in zip(w.tolist(), g.tolist(), strict=True)
    ]
    got = answer(w, g, lr)
    assert w.shape == got.shape
    np.testing.assert_array_less(np.abs(np.array(exact) - got), rounding(w, g, lr))


@pytest.mark.parametrize("d", [0, 1, 2, 7, 8, 9, 64, 129])
def test_every_length_of_a_vector_loop_is_right(d):
    w, g = np.random.default_rng(d).normal(size=(2, d))
    np.testing.assert_allclose(gd_step(w, g, 0.25), w - 0.25 * g, rtol=1e-15, atol=1e-15)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="shapes"):
        gd_step(np.zeros(2), np.zeros(3), 0.1)


@pytest.mark.heavy
@every_answer("backprop/gd_step")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_step_agrees_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    w, g, lr = arguments(generator)
    weights = torch.nn.Parameter(torch.from_numpy(w.copy()))
    weights.grad = torch.from_numpy(g.copy())
    torch.optim.SGD([weights], lr=lr).step()
    np.testing.assert_array_less(np.abs(weights.detach().numpy() - answer(w, g, lr)), rounding(w, g, lr))
