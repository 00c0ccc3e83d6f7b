"""The gradients of a dense layer against exact fractions and PyTorch's autograd."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d, k = (int(size) for size in generator.integers([0, 1, 1], 6))
    X, W = generator.uniform(-10.0, 10.0, (n, d)), generator.uniform(-10.0, 10.0, (d, k))
    return X, W, generator.uniform(-1.0, 1.0, (n, k))


def assert_close(got, expected):
    for one, other in zip(got, expected, strict=True):
        assert one.shape == other.shape
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-12)


@every_answer("backprop/dense_backward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_loss_changes_as_the_gradients_say_in_exact_fractions(answer, generator):
    """The sum of all dZ * Z is linear in each entry, so that its difference for a step of 1 is the derivative."""
    exact = [np.vectorize(Fraction, otypes=[object])(each) for each in arguments(generator)]
    X, W, dZ = exact
    b = np.zeros(W.shape[1], dtype=object)

    def loss():
        return np.sum(dZ * (X @ W + b))

    def derivative(array):
        result = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            before = loss()
            array[place] += 1
            result[place] = float(loss() - before)
            array[place] -= 1
        return result

    assert_close(answer(*(each.astype(float) for each in exact)), [derivative(each) for each in (W, b, X)])


@pytest.mark.heavy
@every_answer("backprop/dense_backward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradients_are_those_of_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    X, W, dZ = arguments(generator)
    given_X, given_W = torch.from_numpy(X).requires_grad_(), torch.from_numpy(W).requires_grad_()
    b = torch.zeros(W.shape[1], dtype=torch.float64, requires_grad=True)
    (given_X @ given_W + b).backward(torch.from_numpy(dZ))
    assert_close(answer(X, W, dZ), [each.grad.numpy() for each in (given_W, b, given_X)])
