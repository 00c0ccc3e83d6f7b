"""Softmax against mpmath, SciPy and PyTorch."""

import numpy as np
import pytest
import scipy.special
from builtin import solution
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds
from tests.references.logits import logits, probabilities_in_fifty_digits

exp_kernel = solution("activations/_softmax")._exp
softmax = solution("activations/softmax").softmax

EPS = 2.0**-52


def assert_same_rows(expected, got, Z):
    # An error of half an ulp in a shifted logit of size s is a relative one of s ulps in its exponential.
    assert Z.shape == got.shape
    finite = np.where(np.isfinite(Z), np.abs(Z), 0.0)
    slack = expected * (16.0 + 4.0 * finite.max()) * EPS + 1e-300
    np.testing.assert_array_less(np.abs(expected - got), slack)


@every_answer("activations/softmax")
@settings(max_examples=50)
@given(generator=seeds())
def test_softmax_agrees_with_fifty_digits(answer, generator):
    Z = logits(generator)
    expected = np.array([[float(p) for p in probabilities_in_fifty_digits(row)] for row in Z])
    assert_same_rows(expected, answer(Z), Z)


@every_answer("activations/softmax")
@given(generator=seeds())
def test_softmax_agrees_with_scipy(answer, generator):
    Z = logits(generator)
    Z[1:, 1:][generator.uniform(size=Z[1:, 1:].shape) < 0.3] = -np.inf
    assert_same_rows(scipy.special.softmax(Z, axis=1), answer(Z), Z)


@every_answer("activations/softmax")
def test_a_class_that_is_ruled_out_has_no_probability_at_all(answer):
    P = answer(np.array([[-np.inf, 0.0, -np.inf, 0.0], [3.0, -np.inf, -np.inf, -np.inf]]))
    assert [[0.0, 0.5, 0.0, 0.5], [1.0, 0.0, 0.0, 0.0]] == P.tolist()


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 129])
def test_every_length_of_a_vector_loop_is_right(k):
    Z = np.random.default_rng(k).normal(size=(3, k)) * 9.0
    for place in range(k):  # the largest logit in each place
        Z[0] = Z[1]
        Z[0, place] = 50.0
        np.testing.assert_allclose(softmax(Z), scipy.special.softmax(Z, axis=1), rtol=1e-13, atol=1e-300)


def test_the_exponential_is_right_to_the_last_bits():
    from solutions.activations import _softmax

    softmax(np.zeros((1, 1)))  # compiles the kernels of that module
    assert _softmax._exp is not exp_kernel
    x = -np.concatenate([np.linspace(0.0, 708.0, 20_001), np.logspace(-17, 2, 2000)])
    got = np.array([_softmax._exp(each) for each in x.tolist()])
    np.testing.assert_allclose(got, np.exp(x), rtol=3.0 * EPS, atol=0.0)
    assert [0.0, 0.0, 1.0] == [_softmax._exp(each) for each in (-709.0, -np.inf, 0.0)]


def test_a_nan_stays_in_its_row():
    P = softmax(np.array([[0.0, np.nan, 1.0], [0.0, 0.0, 0.0]]))
    assert [True, False] == np.isnan(P).any(axis=1).tolist()


@pytest.mark.heavy
@every_answer("activations/softmax")
@settings(max_examples=50)
@given(generator=seeds())
def test_softmax_agrees_with_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    Z = logits(generator)
    assert_same_rows(torch.softmax(torch.from_numpy(Z), dim=1).numpy(), answer(Z), Z)
