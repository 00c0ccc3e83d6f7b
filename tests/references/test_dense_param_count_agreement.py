"""The number of parameters against the arrays of scikit-learn's and PyTorch's networks."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.neural_network import MLPRegressor

from tests.references.answers import every_answer

SIZES = st.lists(st.integers(1, 12), min_size=2, max_size=5)


@every_answer("forward/dense_param_count")
@settings(max_examples=15)
@given(sizes=SIZES)
def test_the_count_is_that_of_scikit_learn_s_arrays(answer, sizes):
    model = MLPRegressor(hidden_layer_sizes=tuple(sizes[1:-1]), max_iter=1)
    outputs = np.zeros((1, sizes[-1])) if sizes[-1] > 1 else np.zeros(1)
    model.partial_fit(np.zeros((1, sizes[0])), outputs)
    weights = sum(array.size for array in model.coefs_)
    biases = sum(array.size for array in model.intercepts_)
    assert (answer(np.array(sizes), False), answer(np.array(sizes), True)) == (weights, weights + biases)


@every_answer("forward/dense_param_count")
@settings(max_examples=30)
@given(sizes=st.lists(st.integers(1, 50_000), min_size=1, max_size=100), bias=st.booleans())
def test_the_count_is_exact_beyond_32_bits(answer, sizes, bias):
    # Python's integers have no limit, and those of a matrix's superdiagonal are the products of neighbours.
    table = np.multiply.outer(np.array(sizes, dtype=object), np.array(sizes, dtype=object))
    assert answer(np.array(sizes), bias) == sum(np.diag(table, 1).tolist()) + bias * (sum(sizes) - sizes[0])


@pytest.mark.heavy
@every_answer("forward/dense_param_count")
@settings(max_examples=30)
@given(sizes=SIZES, bias=st.booleans())
def test_the_count_is_that_of_pytorch_s_modules(answer, sizes, bias):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    layers = [torch.nn.Linear(before, units, bias=bias) for before, units in pairwise(sizes)]
    expected = sum(parameter.numel() for layer in layers for parameter in layer.parameters())
    assert answer(np.array(sizes), bias) == expected
