"""The hyperbolic tangent against mpmath, the standard library and PyTorch."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.activations import FAR_OUT, assert_close, in_fifty_digits, vectors
from tests.references.answers import every_answer, right_answers

ANY = st.floats(-1000.0, 1000.0) | st.floats(-20.0, 20.0)


@every_answer("activations/tanh_act")
@settings(max_examples=30)
@given(x=vectors(ANY))
def test_the_value_agrees_with_fifty_digits(answer, x):
    assert_close(in_fifty_digits(mpmath.tanh, x), answer(x))


@every_answer("activations/tanh_act")
@settings(max_examples=30)
@given(x=vectors(st.floats(-1e300, 1e300)))
def test_the_value_is_that_of_the_standard_library(answer, x):
    assert_close(np.array([math.tanh(value) for value in x.tolist()]), answer(x))


@every_answer("activations/tanh_act")
def test_far_out_the_value_is_1_or_minus_1(answer):
    x = np.array([-np.inf, *FAR_OUT[np.abs(FAR_OUT) >= 40], np.inf])
    np.testing.assert_array_equal(answer(x), np.sign(x))
    assert answer(np.zeros(0)).shape == (0,)


def test_two_answers_keep_their_digits_near_0():
    x = np.array([1e-300, -1e-12, 1e-5, 0.1])
    answers = right_answers("activations/tanh_act")
    for name in ("tanh_act", "tanh_act_near_0"):
        np.testing.assert_allclose(answers[name](x), in_fifty_digits(mpmath.tanh, x), rtol=1e-14, atol=0.0)


@pytest.mark.heavy
@every_answer("activations/tanh_act")
@settings(max_examples=30)
@given(x=vectors(ANY))
def test_the_value_is_that_of_pytorch(answer, x):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    assert_close(torch.tanh(torch.from_numpy(x)).numpy(), answer(x))
