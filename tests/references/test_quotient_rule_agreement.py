"""The quotient rule against exact fractions, mpmath and PyTorch's autograd."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


@every_answer("maths/quotient_rule")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_derivative_agrees_with_exact_dual_numbers(answer, generator):
    u, du, v, dv = generator.integers(1, 1000, (4, 6)) * generator.choice([-1.0, 1.0], (4, 6)) / 64
    exact = []
    for a, da, b, db in np.stack([u, du, v, dv], 1).tolist():
        # (a + da e) / (b + db e) as a series in e, by long division.
        quotient = Fraction(a) / Fraction(b)
        exact.append(float((Fraction(da) - quotient * Fraction(db)) / Fraction(b)))
    np.testing.assert_allclose(answer(u, du, v, dv), exact, rtol=1e-10, atol=1e-10)


@every_answer("maths/quotient_rule")
def test_the_derivative_is_that_of_mpmath(answer):
    x = np.linspace(-1.4, 1.4, 7)
    expected = [float(mpmath.diff(mpmath.tan, value)) for value in x.tolist()]
    np.testing.assert_allclose(answer(np.sin(x), np.cos(x), np.cos(x), -np.sin(x)), expected, rtol=1e-11)


@pytest.mark.heavy
@every_answer("maths/quotient_rule")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_derivative_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    u, du, v, dv = generator.normal(size=(4, 5)) * 10.0 ** generator.uniform(-2, 2, (4, 1))
    v += np.copysign(0.1, v)
    t = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    # Straight lines with these values and slopes at 0.
    lines = [torch.tensor(value) + torch.tensor(slope) * t for value, slope in ((u, du), (v, dv))]
    (lines[0] / lines[1]).sum().backward()
    np.testing.assert_allclose(answer(u, du, v, dv), t.grad, rtol=1e-9, atol=1e-9)
