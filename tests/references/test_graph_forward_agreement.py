"""The values of (x + y) z against exact fractions and PyTorch's gradient."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.answers import every_answer

NUMBERS = st.integers(-4000, 4000).map(lambda k: k / 1000) | st.sampled_from([1000.0, -1000.0, 0.0])
THREE = st.tuples(NUMBERS, NUMBERS, NUMBERS)


def assert_close(expected, got):
    assert got.shape == (2,)
    assert got.dtype == np.float64
    np.testing.assert_allclose(got, expected, rtol=1e-13, atol=1e-12)


@every_answer("forward/graph_forward")
@settings(max_examples=30)
@given(numbers=THREE)
def test_the_values_are_those_of_exact_fractions(answer, numbers):
    x, y, z = map(Fraction, numbers)
    assert_close([float(x + y), float((x + y) * z)], answer(*numbers))


@every_answer("forward/graph_forward")
@settings(max_examples=30)
@given(numbers=THREE)
def test_the_values_are_those_of_numpy_s_product_of_matrices(answer, numbers):
    x, y, z = numbers
    assert_close(np.linalg.multi_dot([[[x, y]], [[1.0], [1.0]], [[1.0, z]]])[0], answer(*numbers))


@pytest.mark.heavy
@every_answer("forward/graph_forward")
@settings(max_examples=30)
@given(numbers=THREE)
def test_f_is_the_value_whose_gradient_pytorch_takes(answer, numbers):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, y, z = torch.tensor(numbers, dtype=torch.float64, requires_grad=True)
    f = (x + y) * z
    q = torch.autograd.grad(f, z)[0]
    assert_close([q.item(), f.item()], answer(*numbers))
