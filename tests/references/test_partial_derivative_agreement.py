"""The partial derivative against exact fractions, SciPy's gradient and PyTorch's autograd."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.optimize import approx_fprime

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def place(generator):
    d = int(generator.integers(1, 6))
    return generator.uniform(-2.0, 2.0, d), int(generator.integers(d)), float(generator.uniform(0.01, 1.0))


@every_answer("maths/partial_derivative")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_quotient_agrees_with_exact_fractions(answer, generator):
    x, i, h = place(generator)

    def cubic(v):
        return sum(a * b * b + a * (k + 1) for k, (a, b) in enumerate(zip(v, [*v[1:], v[0]], strict=True)))

    points = [
        [Fraction(a) + sign * Fraction(h) * (k == i) for k, a in enumerate(x.tolist())] for sign in (1, -1)
    ]
    exact = (cubic(points[0]) - cubic(points[1])) / (2 * Fraction(h))
    np.testing.assert_allclose(answer(cubic, x, i, h), float(exact), rtol=1e-10, atol=1e-10)


@every_answer("maths/partial_derivative")
@settings(max_examples=30)
@given(generator=seeds())
def test_a_small_step_gives_scipy_s_gradient(answer, generator):
    x, i, _ = place(generator)
    direction = generator.normal(size=len(x))

    def wave(v):
        return np.sin(direction @ v) + v @ v

    np.testing.assert_allclose(answer(wave, x, i, 1e-5), approx_fprime(x, wave)[i], rtol=1e-5, atol=1e-5)


@pytest.mark.heavy
@every_answer("maths/partial_derivative")
@settings(max_examples=30)
@given(generator=seeds())
def test_a_small_step_gives_pytorch_s_gradient(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, i, _ = place(generator)
    at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    (at.sin().prod() + (at**3).sum()).backward()
    got = answer(lambda v: np.prod(np.sin(v)) + np.sum(v**3), x, i, 1e-5)
    np.testing.assert_allclose(got, at.grad[i].item(), rtol=1e-7, atol=1e-8)
