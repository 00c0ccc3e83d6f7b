"""The gradient of a polynomial against exact fractions, NumPy's polynomials and PyTorch's autograd."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def terms(generator):
    k = int(generator.integers(0, 12))
    x, y = generator.uniform(-3.0, 3.0, 2) * generator.integers(0, 2, 2)
    return generator.normal(size=k), *generator.integers(0, 6, (2, k)), float(x), float(y)


@every_answer("maths/gradient")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_components_agree_with_exact_fractions(answer, generator):
    c, a, b, x, y = terms(generator)
    exact = [Fraction(0), Fraction(0)]
    for factor, i, j in zip(c.tolist(), a.tolist(), b.tolist(), strict=True):
        exact[0] += Fraction(factor) * i * Fraction(x) ** max(i - 1, 0) * Fraction(y) ** j
        exact[1] += Fraction(factor) * j * Fraction(x) ** i * Fraction(y) ** max(j - 1, 0)
    np.testing.assert_allclose(
        answer(c, a, b, x, y), [float(value) for value in exact], rtol=1e-10, atol=1e-9
    )


@every_answer("maths/gradient")
@settings(max_examples=30)
@given(generator=seeds())
def test_along_each_axis_it_is_the_derivative_of_numpy_s_polynomial(answer, generator):
    c, a, b, x, y = terms(generator)
    for axis, (moved, held, at, other) in enumerate(((a, b, x, y), (b, a, y, x))):
        coefficients = np.zeros(7)
        np.add.at(coefficients, moved, c * other**held)
        expected = np.polynomial.Polynomial(coefficients).deriv()(at)
        np.testing.assert_allclose(answer(c, a, b, x, y)[axis], expected, rtol=1e-10, atol=1e-9)


@pytest.mark.heavy
@every_answer("maths/gradient")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradient_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    c, a, b, x, y = terms(generator)
    at = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
    # Products, since PyTorch's power has no slope at 0 for a tensor of exponents.
    total = 0.0 * at.sum()
    for factor, i, j in zip(c.tolist(), a.tolist(), b.tolist(), strict=True):
        total = total + factor * at[:1].repeat(i).prod() * at[1:].repeat(j).prod()
    total.backward()
    np.testing.assert_allclose(answer(c, a, b, x, y), at.grad, rtol=1e-9, atol=1e-9)
