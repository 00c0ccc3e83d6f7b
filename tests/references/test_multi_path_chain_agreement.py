"""The chain rule over all paths against exact fractions, SciPy and PyTorch."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.linalg import blas

from tests.references.answers import every_answer, in_float32, layouts
from tests.references.drawing import seeds

EPS = 2.0**-52


def paths(generator, smallest=0):
    h, d = int(generator.integers(smallest, 9)), int(generator.integers(1, 9))
    return generator.normal(size=(h, d)), generator.normal(size=h)


def assert_close(expected, A, g, got):
    assert isinstance(got, np.ndarray)
    assert got.shape == (A.shape[1],)
    assert got.dtype == np.float64
    slack = 4.0 * EPS * (np.abs(g) @ np.abs(A)) + 1e-300
    np.testing.assert_array_less(np.abs(got - expected), slack)


@every_answer("backprop/multi_path_chain")
@given(generator=seeds())
def test_the_result_is_the_exact_sum_over_all_paths(answer, generator):
    A, g = paths(generator)
    exact = [
        float(sum((Fraction(a) * Fraction(b) for a, b in zip(column, g, strict=True)), Fraction(0)))
        for column in A.T
    ]
    assert_close(np.array(exact), A, g, answer(A, g))


@every_answer("backprop/multi_path_chain")
@given(generator=seeds())
def test_the_result_is_that_of_blas(answer, generator):
    A, g = paths(generator, smallest=1)
    assert_close(blas.dgemv(1.0, A, g, trans=1), A, g, answer(A, g))


@every_answer("backprop/multi_path_chain")
@pytest.mark.parametrize("d", [1, 2, 5])
def test_no_path_gives_zeros(answer, d):
    got = answer(np.zeros((0, d)), np.zeros(0))
    assert got.shape == (d,)
    np.testing.assert_array_equal(got, np.zeros(d))


@every_answer("backprop/multi_path_chain")
def test_storage_and_precision_do_not_matter(answer):
    generator = np.random.default_rng(5)
    A, g = generator.normal(size=(7, 5)), generator.normal(size=7)
    expected = (g[:, None] * A).sum(axis=0)
    for stored in layouts([A, g]).values():
        assert_close(expected, A, g, answer(*stored))
        np.testing.assert_allclose(answer(*in_float32(stored)), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("h", "d"), [(1, 1), (3, 7), (8, 8), (9, 17), (64, 129), (1000, 3)])
def test_every_length_of_a_vector_loop_is_right(h, d):
    from solutions.backprop.multi_path_chain import multi_path_chain

    generator = np.random.default_rng(h + d)
    A, g = generator.normal(size=(h, d)), generator.normal(size=h)
    np.testing.assert_allclose(multi_path_chain(A, g), np.einsum("i,ij", g, A), rtol=1e-10, atol=1e-11)


def test_shapes_that_do_not_fit_are_refused():
    from solutions.backprop.multi_path_chain import multi_path_chain

    with pytest.raises(ValueError, match="shapes"):
        multi_path_chain(np.zeros((3, 2)), np.zeros(2))


@pytest.mark.heavy
@every_answer("backprop/multi_path_chain")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_result_is_pytorch_s_gradient_through_a_layer_of_units(answer, generator):
    # Autograd is given the functions, and the answer their derivatives, written out by hand.
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    W, _ = paths(generator, smallest=1)
    x = torch.tensor(generator.normal(size=W.shape[1]), requires_grad=True)
    units = torch.tanh(torch.from_numpy(W) @ x)
    torch.sin(units).prod().backward()
    N = units.detach().numpy()
    A = (1.0 - N**2)[:, None] * W
    g = np.array([np.cos(N[i]) * np.prod(np.sin(np.delete(N, i))) for i in range(len(N))])
    np.testing.assert_allclose(answer(A, g), x.grad.numpy(), rtol=1e-9, atol=1e-13)
