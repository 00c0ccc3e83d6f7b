"""The rectifier against exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.activations import OFF_THE_KINK, assert_close, vectors
from tests.references.answers import every_answer

ANY = OFF_THE_KINK | st.sampled_from([0.0, -0.0, 1e-300, -1e-300])


@every_answer("activations/relu")
@settings(max_examples=30)
@given(x=vectors(ANY))
def test_the_value_is_that_of_exact_arithmetic(answer, x):
    assert answer(x).tolist() == [float(max(Fraction(0), Fraction(value))) for value in x.tolist()]


@every_answer("activations/relu")
def test_no_entries_give_no_entries(answer):
    assert answer(np.zeros(0)).shape == (0,)
    assert answer(np.zeros(0)).dtype == np.float64


@pytest.mark.heavy
@every_answer("activations/relu")
@settings(max_examples=30)
@given(x=vectors(ANY))
def test_the_value_is_that_of_pytorch(answer, x):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    assert_close(torch.relu(torch.from_numpy(x)).numpy(), answer(x))
