"""The derivative of the rectifier against exact difference quotients and PyTorch's automatic differentiation."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from tests.references.activations import FAR_OUT, assert_close, by_autograd, vectors
from tests.references.answers import every_answer


def relu(v):
    return max(v, Fraction(0))


def exact_slope(value):
    """A difference quotient in exact arithmetic, with a step that stays on one side of the kink."""
    v, h = Fraction(value), abs(Fraction(value)) / 2
    return float((relu(v + h) - relu(v - h)) / (2 * h))


@every_answer("activations/relu_grad")
@given(x=vectors())
def test_the_derivative_is_the_exact_difference_quotient(answer, x):
    assert_close(np.array([exact_slope(value) for value in x.tolist()]), answer(x))


@every_answer("activations/relu_grad")
def test_the_slopes_are_the_same_near_the_kink_and_far_out(answer):
    x = np.concatenate([FAR_OUT, [-1e-6, 1e-6, -1e-300, 1e-300]])
    assert_close(np.where(x > 0.0, 1.0, 0.0), answer(x))


@pytest.mark.heavy
@every_answer("activations/relu_grad")
@given(x=vectors())
def test_the_derivative_is_that_of_pytorch(answer, x):
    assert_close(by_autograd(lambda z: z.relu(), x), answer(x))
