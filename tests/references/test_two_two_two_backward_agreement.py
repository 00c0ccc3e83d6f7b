"""The eight gradients of the 2-2-2 network against fifty digits and PyTorch's autograd."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer, in_float32, layouts
from tests.references.drawing import seeds

EPS = 2.0**-52


def network(generator):
    """Ordinary numbers, or inputs and biases that hold units fully on or off."""
    inputs, biases = generator.choice([1.0, 1000.0]), generator.choice([1.0, 1000.0])
    i, b = inputs * generator.uniform(-1.0, 1.0, 2), biases * generator.uniform(-1.0, 1.0, 2)
    return i, generator.uniform(-2.0, 2.0, 8), b, generator.uniform(-1.0, 2.0, 2)


def error_in_fifty_digits(i, w, b, t):
    def sigmoid(z):
        return 1 / (1 + mpmath.exp(-z))

    h = [sigmoid(w[2 * j] * i[0] + w[2 * j + 1] * i[1] + b[0]) for j in (0, 1)]
    o = [sigmoid(w[4 + 2 * j] * h[0] + w[5 + 2 * j] * h[1] + b[1]) for j in (0, 1)]
    return sum((t[j] - o[j]) ** 2 for j in (0, 1)) / 2


def differences(i, w, b, t):
    """Central differences that 60 digits make exact to more than 15."""
    with mpmath.workdps(60):
        i, w, b, t = ([mpmath.mpf(value) for value in each.tolist()] for each in (i, w, b, t))
        step, gradient = mpmath.mpf(10) ** -18, []
        for k in range(8):
            up, down = list(w), list(w)
            up[k], down[k] = w[k] + step, w[k] - step
            rise = error_in_fifty_digits(i, up, b, t) - error_in_fifty_digits(i, down, b, t)
            gradient.append(float(rise / (2 * step)))
    return np.array(gradient)


def assert_close(expected, arguments, got):
    i, _, b, _ = arguments
    assert isinstance(got, np.ndarray)
    assert got.shape == (8,)
    assert got.dtype == np.float64
    # A pre-activation of size s is rounded by s eps before any slope is taken of it.
    slack = 16.0 * EPS * (1.0 + np.abs(i).max()) * (1.0 + np.abs(i).max() + np.abs(b).max())
    np.testing.assert_array_less(np.abs(got - expected), slack)


@every_answer("backprop/two_two_two_backward")
@settings(max_examples=40)
@given(generator=seeds())
def test_the_gradients_are_differences_in_sixty_digits(answer, generator):
    arguments = network(generator)
    assert_close(differences(*arguments), arguments, answer(*arguments))


@every_answer("backprop/two_two_two_backward")
def test_the_lecture_s_numbers_come_out_with_w2_put_right(answer):
    # As the lecture prints them, but for w2, where it has 0.000969067.
    printed = [0.000438568, 0.000877135, 0.000497713, 0.000995425]
    printed += [0.082167041, 0.082667628, -0.02260254, -0.022740242]
    got = answer(
        np.array([0.05, 0.1]),
        np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]),
        np.array([0.35, 0.6]),
        np.array([0.01, 0.99]),
    )
    assert printed == [round(value, 9) for value in got.tolist()]


@every_answer("backprop/two_two_two_backward")
@pytest.mark.parametrize("hidden", [-1000.0, 0.0, 1000.0])
@pytest.mark.parametrize("output", [-1000.0, 1000.0])
def test_saturated_outputs_have_no_gradient(answer, hidden, output):
    got = answer(np.ones(2), np.linspace(-2.0, 2.0, 8), np.array([hidden, output]), np.full(2, 0.5))
    np.testing.assert_array_less(np.abs(got), 1e-300)


@every_answer("backprop/two_two_two_backward")
def test_storage_and_precision_do_not_matter(answer):
    arguments = [
        np.array([0.5, -1.5]),
        np.linspace(-1.0, 2.0, 8),
        np.array([0.5, -0.25]),
        np.array([1.0, 0.0]),
    ]
    expected = differences(*arguments)
    for stored in layouts(arguments).values():
        assert_close(expected, arguments, answer(*stored))
        np.testing.assert_allclose(answer(*in_float32(stored)), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.heavy
@every_answer("backprop/two_two_two_backward")
@given(generator=seeds())
def test_the_gradients_are_pytorch_s(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    arguments = network(generator)
    i, w, b, t = map(torch.from_numpy, arguments)
    w.requires_grad_()
    h = torch.sigmoid(w[:4].reshape(2, 2) @ i + b[0])
    o = torch.sigmoid(w[4:].reshape(2, 2) @ h + b[1])
    (0.5 * torch.nn.functional.mse_loss(o, t, reduction="sum")).backward()
    assert_close(w.grad.numpy(), arguments, answer(*arguments))
