"""The product rule against NumPy's polynomials multiplied out, mpmath and PyTorch's autograd."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/product_rule")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_derivative_is_that_of_the_polynomial_multiplied_out(answer, generator):
    f, g = (np.polynomial.Polynomial(generator.normal(size=size)) for size in generator.integers(1, 6, 2))
    x = generator.uniform(-2.0, 2.0, 5)
    np.testing.assert_allclose(
        answer(f(x), f.deriv()(x), g(x), g.deriv()(x)), (f * g).deriv()(x), rtol=1e-10, atol=1e-10
    )


@every_answer("maths/product_rule")
def test_the_derivative_is_that_of_mpmath(answer):
    x = np.linspace(-3.0, 3.0, 7)
    expected = [float(mpmath.diff(lambda t: (t + 2) * mpmath.cos(t), value)) for value in x.tolist()]
    np.testing.assert_allclose(answer(x + 2, np.ones(7), np.cos(x), -np.sin(x)), expected, rtol=1e-11)


@pytest.mark.heavy
@every_answer("maths/product_rule")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_derivative_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    f, df, g, dg = generator.normal(size=(4, 5)) * 10.0 ** generator.uniform(-3, 3, (4, 1))
    t = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    # Straight lines with these values and slopes at 0.
    lines = [torch.tensor(value) + torch.tensor(slope) * t for value, slope in ((f, df), (g, dg))]
    (lines[0] * lines[1]).sum().backward()
    np.testing.assert_allclose(answer(f, df, g, dg), t.grad, rtol=1e-12, atol=1e-12)
