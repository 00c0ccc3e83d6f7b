"""The gradient of softmax and cross-entropy against mpmath, SciPy and automatic differentiation."""

import mpmath
import numpy as np
import pytest
import scipy.special
from builtin import solution
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds
from tests.references.logits import distributions, logits, probabilities_in_fifty_digits

softmax_cross_entropy_grad = solution("backprop/softmax_cross_entropy_grad").softmax_cross_entropy_grad

EPS = 2.0**-52


def batch(generator):
    Z = logits(generator)
    return Z, distributions(generator, *Z.shape)


def assert_same_gradient(expected, got, Z):
    assert Z.shape == got.shape
    np.testing.assert_array_less(np.abs(expected - got), (16.0 + 4.0 * np.abs(Z).max()) * EPS / len(Z))


@every_answer("backprop/softmax_cross_entropy_grad")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_gradient_agrees_with_fifty_digits(answer, generator):
    Z, Y = batch(generator)
    rows = [probabilities_in_fifty_digits(row) for row in Z]
    with mpmath.workdps(50):
        expected = [
            [float((p - y) / len(Z)) for p, y in zip(*pair, strict=True)]
            for pair in zip(rows, Y.tolist(), strict=True)
        ]
    assert_same_gradient(np.array(expected), answer(Z, Y), Z)


@every_answer("backprop/softmax_cross_entropy_grad")
@given(generator=seeds())
def test_the_gradient_agrees_with_scipy_s_softmax(answer, generator):
    Z, Y = batch(generator)
    assert_same_gradient((scipy.special.softmax(Z, axis=1) - Y) / len(Z), answer(Z, Y), Z)


@every_answer("backprop/softmax_cross_entropy_grad")
@settings(max_examples=25)
@given(generator=seeds())
def test_the_gradient_is_the_derivative_of_the_loss_taken_in_fifty_digits(answer, generator):
    n, k = (int(size) for size in generator.integers(1, 4, 2))
    Z, Y = generator.normal(size=(n, k)) * 3.0, distributions(generator, n, k)

    def loss(*flat):
        total = mpmath.mpf(0)
        for i in range(n):
            log_sum = mpmath.log(mpmath.fsum(map(mpmath.exp, flat[i * k : i * k + k])))
            total += mpmath.fsum(Y[i, j].item() * (flat[i * k + j] - log_sum) for j in range(k))
        return -total / n

    with mpmath.workdps(50):
        places = [tuple(int(place == each) for each in range(n * k)) for place in range(n * k)]
        expected = [float(mpmath.diff(loss, Z.ravel().tolist(), place)) for place in places]
    np.testing.assert_array_less(np.abs(np.reshape(expected, (n, k)) - answer(Z, Y)), 64.0 * EPS)


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5, 8, 9, 33])
def test_every_length_of_a_vector_loop_is_right(k):
    generator = np.random.default_rng(k)
    Z, Y = generator.normal(size=(5, k)) * 3.0, distributions(generator, 5, k)
    assert_same_gradient((scipy.special.softmax(Z, axis=1) - Y) / 5, softmax_cross_entropy_grad(Z, Y), Z)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="shapes"):
        softmax_cross_entropy_grad(np.zeros((2, 3)), np.zeros((3, 2)))


@pytest.mark.heavy
@every_answer("backprop/softmax_cross_entropy_grad")
@settings(max_examples=50)
@given(generator=seeds())
def test_the_gradient_agrees_with_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    Z, Y = batch(generator)
    given_logits = torch.from_numpy(Z.copy()).requires_grad_()
    torch.nn.functional.cross_entropy(given_logits, torch.from_numpy(Y)).backward()
    assert_same_gradient(given_logits.grad.numpy(), answer(Z, Y), Z)
