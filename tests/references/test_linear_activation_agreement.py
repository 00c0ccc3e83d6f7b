"""The linear activation against exact fractions, NumPy's polynomials and PyTorch's linear layer."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.activations import assert_close, vectors
from tests.references.answers import every_answer

NUMBERS = st.integers(-4000, 4000).map(lambda k: k / 64)
ANY = vectors(NUMBERS)


@every_answer("activations/linear_activation")
@settings(max_examples=30)
@given(x=ANY, a=NUMBERS, b=NUMBERS)
def test_the_values_are_those_of_exact_fractions(answer, x, a, b):
    exact = [float(Fraction(a) * Fraction(value) + Fraction(b)) for value in x.tolist()]
    assert_close(np.array(exact), answer(x, a, b))


@every_answer("activations/linear_activation")
@settings(max_examples=30)
@given(x=ANY, a=NUMBERS, b=NUMBERS)
def test_the_values_are_those_of_numpy_s_polynomial(answer, x, a, b):
    assert_close(np.polynomial.Polynomial([b, a])(x), answer(x, a, b))


@every_answer("activations/linear_activation")
def test_no_entries_give_no_entries(answer):
    assert answer(np.zeros(0), 2.0, 1.0).shape == (0,)


@pytest.mark.heavy
@every_answer("activations/linear_activation")
@settings(max_examples=30)
@given(x=ANY, a=NUMBERS, b=NUMBERS)
def test_the_values_are_those_of_pytorch_s_linear_layer(answer, x, a, b):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    weight, bias = (torch.tensor(part, dtype=torch.float64) for part in ([[a]], [b]))
    layer = torch.nn.functional.linear(torch.from_numpy(x)[:, None], weight, bias)
    assert_close(layer[:, 0].numpy(), answer(x, a, b))
