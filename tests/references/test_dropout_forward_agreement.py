"""Dropout against masked arrays of NumPy, exact fractions and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n = int(generator.integers(0, 20))
    return generator.normal(size=n), generator.integers(0, 16, n) / 16, int(generator.integers(0, 16)) / 16


@every_answer("generalization/dropout_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_result_is_a_filled_masked_array(answer, generator):
    a, u, p = arguments(generator)
    expected = np.ma.masked_where(u < p, a / (1 - p)).filled(0.0)
    np.testing.assert_allclose(answer(a, u, p, True), expected, rtol=1e-14)
    np.testing.assert_array_equal(answer(a, u, p, False), a)


@every_answer("generalization/dropout_forward")
@pytest.mark.parametrize("p", [0.0, 0.25, 0.8125])
def test_the_mean_over_all_random_numbers_of_a_grid_is_exact(answer, p):
    u = np.arange(64) / 64
    found = answer(np.full(64, 3.0), u, p, True)
    mean = sum(map(Fraction, found.tolist())) / 64
    np.testing.assert_allclose(float(mean), 3.0, rtol=1e-14)


@pytest.mark.heavy
@every_answer("generalization/dropout_forward")
@pytest.mark.parametrize("training", [True, False])
def test_the_values_are_those_of_pytorch(answer, training):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    a, p = np.random.default_rng(1).normal(size=50), 0.375
    torch.manual_seed(1)
    expected = torch.nn.functional.dropout(torch.from_numpy(a), p, training=training).numpy()
    u = np.where(expected == 0, 0.0, 0.9)  # random numbers that drop the same
    np.testing.assert_allclose(answer(a, u, p, training), expected, rtol=1e-14)
