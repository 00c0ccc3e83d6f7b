"""The exponential linear unit against mpmath, SciPy's exponential and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expm1

from tests.references.activations import OFF_THE_KINK, assert_close, in_fifty_digits, vectors
from tests.references.answers import every_answer

ALPHA = st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0]) | st.floats(0.0, 10.0)
ANY = vectors(OFF_THE_KINK | st.sampled_from([0.0, -0.0]))


@every_answer("activations/elu")
@settings(max_examples=30)
@given(x=ANY, alpha=ALPHA)
def test_the_value_agrees_with_fifty_digits(answer, x, alpha):
    assert_close(in_fifty_digits(lambda v: v if v > 0 else alpha * mpmath.expm1(v), x), answer(x, alpha))


@every_answer("activations/elu")
@settings(max_examples=30)
@given(x=ANY, alpha=ALPHA)
def test_the_two_sides_are_a_line_and_scipy_s_exponential(answer, x, alpha):
    got = answer(x, alpha)
    np.testing.assert_array_equal(got[x > 0], x[x > 0])
    assert_close(alpha * expm1(x[x < 0]), got[x < 0])


@every_answer("activations/elu")
def test_far_to_the_left_the_value_is_minus_alpha(answer):
    np.testing.assert_array_equal(answer(np.array([-1000.0, -750.0, -50.0]), 0.5), -0.5)
    assert answer(np.zeros(0), 0.5).shape == (0,)


@pytest.mark.heavy
@every_answer("activations/elu")
@settings(max_examples=30)
@given(x=ANY, alpha=ALPHA)
def test_the_value_is_that_of_pytorch(answer, x, alpha):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    assert_close(torch.nn.functional.elu(torch.from_numpy(x), alpha).numpy(), answer(x, alpha))
