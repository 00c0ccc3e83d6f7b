"""The gradient of (x + y) z against mpmath's derivatives, exact fractions and PyTorch."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.answers import every_answer

NUMBERS = st.integers(-4000, 4000).map(lambda k: k / 1000) | st.sampled_from([1000.0, -1000.0, 0.0])
FOUR = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS)


def assert_close(expected, got):
    assert got.shape == (3,)
    assert got.dtype == np.float64
    np.testing.assert_allclose(got, expected, rtol=1e-14, atol=1e-300)


@every_answer("backprop/graph_backward")
@given(numbers=FOUR)
def test_the_gradient_is_the_change_of_exact_values(answer, numbers):
    # f is linear in each variable, so a step of 1 in exact arithmetic gives its derivative.
    x, y, z, g = map(Fraction, numbers)

    def loss(x, y, z):
        return g * (x + y) * z

    steps = (loss(x + 1, y, z), loss(x, y + 1, z), loss(x, y, z + 1))
    got = answer(*numbers)
    exact = np.array([float(step - loss(x, y, z)) for step in steps])
    np.testing.assert_allclose(got, exact, rtol=1e-12, atol=1e-12 * abs(numbers[3]))


@every_answer("backprop/graph_backward")
@settings(max_examples=30)
@given(numbers=FOUR)
def test_the_gradient_is_that_of_mpmath(answer, numbers):
    *at, g = numbers
    with mpmath.workdps(40):
        orders = [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
        found = [g * mpmath.diff(lambda x, y, z: (x + y) * z, at, order) for order in orders]
    np.testing.assert_allclose(answer(*numbers), np.array(found, float), rtol=1e-12, atol=1e-11)


@pytest.mark.heavy
@every_answer("backprop/graph_backward")
@given(numbers=FOUR)
def test_the_gradient_is_that_of_pytorch(answer, numbers):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, y, z, g = (torch.tensor(number, dtype=torch.float64, requires_grad=True) for number in numbers)
    gradients = torch.autograd.grad((x + y) * z, (x, y, z), grad_outputs=g.detach())
    assert_close([gradient.item() for gradient in gradients], answer(*numbers))
