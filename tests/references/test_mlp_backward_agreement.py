"""The gradients of a network with one hidden layer against forty digits, scikit-learn and PyTorch's autograd."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.neural_network import MLPRegressor

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator, most=5):
    n, d, h, k = (int(size) for size in generator.integers(1, most, 4))
    shapes = (n, d), (d, h), (h,), (h, k), (k,), (n, k)
    X, W1, b1, W2, b2, Y = (generator.uniform(-2.0, 2.0, shape) for shape in shapes)
    return X, W1, b1 * generator.choice([1.0, 300.0]), W2, b2, Y


def assert_close(got, expected):
    for one, other in zip(got, expected, strict=True):
        assert one.shape == other.shape
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-12)


@every_answer("backprop/mlp_backward")
@settings(max_examples=8)
@given(generator=seeds())
def test_the_gradients_are_differences_in_sixty_digits(answer, generator):
    given_network = arguments(generator, most=3)
    with mpmath.workdps(60):
        X, W1, b1, W2, b2, Y = (np.vectorize(mpmath.mpf, otypes=[object])(each) for each in given_network)
        tanh, step = np.vectorize(mpmath.tanh, otypes=[object]), mpmath.mpf(10) ** -20

        def cost(parameter, place, change):
            before = parameter[place]
            parameter[place] = before + change
            result = np.sum((tanh(X @ W1 + b1) @ W2 + b2 - Y) ** 2) / len(X)
            parameter[place] = before
            return result

        def derivative(parameter):
            result = np.zeros(parameter.shape)
            for place in np.ndindex(parameter.shape):
                rise = cost(parameter, place, step) - cost(parameter, place, -step)
                result[place] = float(rise / (2 * step))
            return result

        expected = [derivative(each) for each in (W1, b1, W2, b2)]
    assert_close(answer(*given_network), expected)


@every_answer("backprop/mlp_backward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradients_are_those_that_scikit_learn_descends(answer, generator):
    """One step of its SGD without momentum and penalty; its gradient has no factor 2."""
    X, W1, b1, W2, b2, Y = arguments(generator)
    network = MLPRegressor(
        hidden_layer_sizes=(len(b1),),
        activation="tanh",
        solver="sgd",
        momentum=0.0,
        alpha=0.0,
        batch_size=len(X),
        learning_rate_init=1.0,
        shuffle=False,
    )
    targets = Y if Y.shape[1] > 1 else Y.ravel()
    network.partial_fit(X, targets)  # makes the arrays
    before = [W1, b1, W2, b2]
    for array, value in zip([*network.coefs_, *network.intercepts_], [W1, W2, b1, b2], strict=True):
        array[...] = value
    network.partial_fit(X, targets)
    (V1, V2), (c1, c2) = network.coefs_, network.intercepts_
    steps = [old - new for old, new in zip(before, [V1, c1, V2, c2], strict=True)]
    for got, step in zip(answer(X, W1, b1, W2, b2, Y), steps, strict=True):
        np.testing.assert_allclose(got / 2, step, rtol=1e-10, atol=1e-12)


@pytest.mark.heavy
@every_answer("backprop/mlp_backward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_gradients_are_those_of_autograd(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    given_network = arguments(generator)
    X, W1, b1, W2, b2, Y = map(torch.from_numpy, given_network)
    parameters = [each.requires_grad_() for each in (W1, b1, W2, b2)]
    ((torch.tanh(X @ W1 + b1) @ W2 + b2 - Y) ** 2).sum(dim=1).mean().backward()
    assert_close(answer(*given_network), [each.grad.numpy() for each in parameters])
