"""The sigmoid against SciPy, mpmath and PyTorch."""

import mpmath
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit

from tests.references.activations import FAR_OUT, assert_close, in_fifty_digits, vectors
from tests.references.answers import every_answer

sigmoid = solution("activations/sigmoid").sigmoid

ANY = st.floats(allow_nan=False) | st.floats(-40.0, 40.0)


@every_answer("activations/sigmoid")
@given(x=vectors(ANY))
def test_the_sigmoid_is_scipy_s_expit(answer, x):
    assert_close(expit(x), answer(x))


@every_answer("activations/sigmoid")
@settings(max_examples=30)
@given(x=vectors(st.floats(-1000.0, 1000.0) | st.floats(-40.0, 40.0)))
def test_the_sigmoid_agrees_with_fifty_digits(answer, x):
    assert_close(in_fifty_digits(lambda v: 1 / (1 + mpmath.exp(-v)), x), answer(x))


@every_answer("activations/sigmoid")
def test_far_out_the_sigmoid_is_0_or_1(answer):
    x = np.array([-np.inf, *FAR_OUT, np.inf])
    np.testing.assert_allclose(answer(x)[np.abs(x) > 100], (x > 0)[np.abs(x) > 100], rtol=0.0, atol=1e-300)


def test_the_limits_of_the_reference_are_exact():
    x = np.array([-np.inf, -1000.0, 1000.0, np.inf])
    np.testing.assert_array_equal(sigmoid(x), [0.0, 0.0, 1.0, 1.0])
    assert np.isnan(sigmoid(np.full(3, np.nan))).all()


@every_answer("activations/sigmoid")
def test_no_entries_give_no_entries(answer):
    assert answer(np.zeros(0)).shape == (0,)
    assert answer(np.zeros(0)).dtype == np.float64


@pytest.mark.parametrize("n", [1, 3, 4, 5, 8, 33, 1000])
def test_every_length_of_a_vector_loop_is_right_to_the_last_digits(n):
    x = np.linspace(-600.0, 30.0, n)
    np.testing.assert_allclose(sigmoid(x), expit(x), rtol=1e-14, atol=0.0)


@pytest.mark.heavy
@every_answer("activations/sigmoid")
@given(x=vectors(ANY))
def test_the_sigmoid_is_pytorch_s(answer, x):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    assert_close(torch.sigmoid(torch.tensor(x, dtype=torch.float64)).numpy(), answer(x))
