"""The forward pass of the 2-2-2 network against fifty digits, SciPy's `expit` and the printed numbers."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.special import expit

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def network(generator):
    """Ordinary numbers, or inputs and biases that hold units fully on or off."""
    inputs, biases = generator.choice([1.0, 1000.0]), generator.choice([1.0, 1000.0])
    i, b = inputs * generator.uniform(-1.0, 1.0, 2), biases * generator.uniform(-1.0, 1.0, 2)
    return i, generator.uniform(-2.0, 2.0, 8), b, generator.uniform(-1.0, 2.0, 2)


@every_answer("forward/two_two_two_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_values_agree_with_fifty_digits(answer, generator):
    given_network = network(generator)
    with mpmath.workdps(50):
        i, w, b, t = ([mpmath.mpf(value) for value in each.tolist()] for each in given_network)

        def unit(first, inputs, bias):
            return 1 / (1 + mpmath.exp(-(w[first] * inputs[0] + w[first + 1] * inputs[1] + bias)))

        h = [unit(0, i, b[0]), unit(2, i, b[0])]
        o = [unit(4, h, b[1]), unit(6, h, b[1])]
        error = ((t[0] - o[0]) ** 2 + (t[1] - o[1]) ** 2) / 2
        expected = [float(value) for value in (*h, *o, error)]
    np.testing.assert_allclose(answer(*given_network), expected, rtol=1e-11, atol=1e-12)


@every_answer("forward/two_two_two_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_units_are_those_of_scipy_s_expit(answer, generator):
    i, w, b, t = network(generator)
    h = expit(w[:4].reshape(2, 2) @ i + b[0])
    o = expit(w[4:].reshape(2, 2) @ h + b[1])
    np.testing.assert_allclose(answer(i, w, b, t)[:4], np.concatenate([h, o]), rtol=1e-11, atol=1e-12)


@every_answer("forward/two_two_two_forward")
def test_the_printed_numbers_come_out(answer):
    w = np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55])
    got = answer(np.array([0.05, 0.1]), w, np.array([0.35, 0.6]), np.array([0.01, 0.99])).tolist()
    assert [0.593269992, 0.596884378, 0.75136507, 0.772928465] == [round(value, 9) for value in got[:4]]
    np.testing.assert_allclose(got[4], 0.274811083 + 0.023560026, atol=1e-9)
