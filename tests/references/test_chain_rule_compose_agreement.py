"""The derivative of a composition against NumPy's and mpmath's calculus and PyTorch's autograd."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.answers import every_answer, in_float32, layouts

COEFFICIENTS = st.lists(st.integers(-4, 4).map(lambda k: k / 2), min_size=1, max_size=5).map(np.array)
POINTS = st.integers(-8, 8).map(lambda k: k / 4) | st.sampled_from([1000.0, -1000.0])


def close(expected):
    return pytest.approx(expected, rel=1e-12, abs=1e-12)


@every_answer("maths/chain_rule_compose")
@given(outer=COEFFICIENTS, inner=COEFFICIENTS, x=POINTS)
def test_the_slope_is_that_of_the_polynomial_multiplied_out(answer, outer, inner, x):
    whole = np.polynomial.Polynomial(outer)(np.polynomial.Polynomial(inner))
    # Fractions of 2^-k below 2^53 are exact; at ±1000 the leading term decides.
    assert answer(outer, inner, x) == pytest.approx(float(whole.deriv()(x)), rel=1e-9, abs=1e-9)


@every_answer("maths/chain_rule_compose")
@settings(max_examples=40)
@given(outer=COEFFICIENTS, inner=COEFFICIENTS, x=POINTS)
def test_the_slope_is_mpmath_s_derivative(answer, outer, inner, x):
    def polynomial(coefficients, at):
        # Not `polyval`: releases of mpmath differ in which end its coefficients begin at.
        return mpmath.fsum(c * at**power for power, c in enumerate(coefficients.tolist()))

    with mpmath.workdps(120):
        expected = mpmath.diff(lambda at: polynomial(outer, polynomial(inner, at)), x)
    assert answer(outer, inner, x) == close(float(mpmath.chop(expected, 1e-20)))


@every_answer("maths/chain_rule_compose")
def test_storage_and_precision_do_not_matter(answer):
    outer, inner = np.array([1.0, -0.5, 2.0, 1.5]), np.array([0.5, 3.0, -1.0])
    m, slope = 0.5 + 3.0 * 0.5 - 0.25, 3.0 - 2.0 * 0.5
    expected = (-0.5 + 4.0 * m + 4.5 * m**2) * slope
    for stored in layouts([outer, inner]).values():
        assert answer(*stored, 0.5) == close(expected)
        assert answer(*in_float32(stored), 0.5) == pytest.approx(expected, rel=1e-4)


@every_answer("maths/chain_rule_compose")
@given(outer=COEFFICIENTS, inner=COEFFICIENTS, x=POINTS, zeros=st.integers(1, 3))
def test_zeros_at_the_end_change_nothing(answer, outer, inner, x, zeros):
    padded = [np.append(c, np.zeros(zeros)) for c in (outer, inner)]
    assert answer(*padded, x) == close(answer(outer, inner, x))


@pytest.mark.heavy
@every_answer("maths/chain_rule_compose")
@given(outer=COEFFICIENTS, inner=COEFFICIENTS, x=POINTS)
def test_the_slope_is_that_of_pytorch(answer, outer, inner, x):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")

    def polynomial(coefficients, at):
        return sum(c * at**i for i, c in enumerate(coefficients.tolist()))

    at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    z = polynomial(outer, polynomial(inner, at)) + 0.0 * at
    z.backward()
    assert answer(outer, inner, x) == close(at.grad.item())
