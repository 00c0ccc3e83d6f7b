"""The derivative of the exponential linear unit against mpmath and PyTorch's automatic differentiation."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.activations import FAR_OUT, assert_close, by_autograd, in_fifty_digits, vectors
from tests.references.answers import every_answer

elu_grad = solution("activations/elu_grad").elu_grad

ALPHA = st.sampled_from([0.25, 0.5, 1.0, 2.0]) | st.floats(1e-3, 10.0)


def elu(v, alpha):
    return v if v > 0 else alpha * mpmath.expm1(v)


@every_answer("activations/elu_grad")
@settings(max_examples=30)
@given(x=vectors(), alpha=ALPHA)
def test_the_derivative_agrees_with_one_that_mpmath_takes_of_the_unit(answer, x, alpha):
    x = np.maximum(x, -100.0)

    def slope(v):
        h = mpmath.mpf(10) ** -20
        return (elu(v + h, alpha) - elu(v - h, alpha)) / (2 * h)

    assert_close(in_fifty_digits(slope, x), answer(x, alpha))


@every_answer("activations/elu_grad")
@given(alpha=ALPHA)
def test_far_out_the_derivative_is_1_or_0(answer, alpha):
    x = FAR_OUT[np.abs(FAR_OUT) > 100]
    np.testing.assert_allclose(answer(x, alpha), x > 0.0, rtol=0.0, atol=1e-300)


@every_answer("activations/elu_grad")
def test_the_slope_jumps_at_the_kink_unless_alpha_is_1(answer):
    for alpha in (0.5, 1.0, 2.0):
        assert_close(np.array([alpha, 1.0]), np.round(answer(np.array([-1e-6, 1e-6]), alpha), 5))


def test_the_reference_keeps_its_digits_far_to_the_left():
    x = np.array([-600.0, -300.0, -40.0])
    np.testing.assert_allclose(elu_grad(x, 0.5), 0.5 * np.exp(x), rtol=1e-14, atol=0.0)
    assert elu_grad(np.array([-1000.0]), 0.5) == 0.0


@pytest.mark.heavy
@every_answer("activations/elu_grad")
@given(x=vectors(), alpha=ALPHA)
def test_the_derivative_is_that_of_pytorch(answer, x, alpha):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    assert_close(by_autograd(lambda z: torch.nn.functional.elu(z, alpha), x), answer(x, alpha))
