"""The derivative of the sigmoid against SciPy, mpmath and PyTorch's automatic differentiation."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import logistic

from tests.references.activations import FAR_OUT, assert_close, by_autograd, in_fifty_digits, vectors
from tests.references.answers import every_answer

sigmoid_grad = solution("activations/sigmoid_grad").sigmoid_grad

ANY = st.floats(-1000.0, 1000.0) | st.floats(-40.0, 40.0)


@every_answer("activations/sigmoid_grad")
@settings(max_examples=30)
@given(x=vectors(ANY))
def test_the_derivative_agrees_with_fifty_digits(answer, x):
    assert_close(in_fifty_digits(lambda v: 1 / (2 * mpmath.cosh(v / 2)) ** 2, x), answer(x))


@every_answer("activations/sigmoid_grad")
@given(x=vectors(ANY))
def test_the_derivative_is_the_density_of_scipy_s_logistic_distribution(answer, x):
    assert_close(logistic.pdf(x), answer(x))


@every_answer("activations/sigmoid_grad")
def test_far_out_the_derivative_is_0(answer):
    np.testing.assert_allclose(answer(FAR_OUT[np.abs(FAR_OUT) > 100]), 0.0, atol=1e-300)


def test_the_reference_is_exactly_0_where_no_float_is_left():
    np.testing.assert_array_equal(sigmoid_grad(np.array([-1e300, -1000.0, 1000.0, 1e300])), 0.0)


def test_the_reference_keeps_its_digits_in_both_tails():
    x = np.array([-600.0, -300.0, -40.0, 40.0, 300.0, 600.0])
    np.testing.assert_allclose(sigmoid_grad(x), np.exp(-np.abs(x)), rtol=1e-14, atol=0.0)


@pytest.mark.heavy
@every_answer("activations/sigmoid_grad")
@given(x=vectors(ANY))
def test_the_derivative_is_that_of_pytorch(answer, x):
    assert_close(by_autograd(lambda z: z.sigmoid(), x), answer(x))
