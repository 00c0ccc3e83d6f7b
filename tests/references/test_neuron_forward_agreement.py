"""A neuron against mpmath, scikit-learn's networks and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.neural_network import MLPRegressor

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d, scale = int(generator.integers(1, 30)), generator.choice([0.3, 10.0])
    x, w = generator.uniform(-scale, scale, (2, d))
    return x, w, float(generator.uniform(-scale, scale))


@every_answer("forward/neuron_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_result_agrees_with_fifty_digits(answer, generator):
    x, w, b = arguments(generator)
    with mpmath.workdps(50):
        expected = float(mpmath.tanh(mpmath.fdot(w.tolist(), x.tolist()) + b))
    np.testing.assert_allclose(answer(x, w, b), expected, rtol=1e-11, atol=1e-12)


@every_answer("forward/neuron_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_result_is_that_of_scikit_learn_s_hidden_layer(answer, generator):
    x, w, b = arguments(generator)
    model = MLPRegressor(hidden_layer_sizes=(1,), activation="tanh", max_iter=1)
    model.partial_fit(x[None, :], [0.0])
    model.coefs_, model.intercepts_ = [w[:, None], np.ones((1, 1))], [np.array([b]), np.zeros(1)]
    np.testing.assert_allclose(answer(x, w, b), model.predict(x[None, :])[0], rtol=1e-11, atol=1e-12)


@every_answer("forward/neuron_forward")
def test_without_inputs_the_bias_decides(answer):
    np.testing.assert_allclose(answer(np.zeros(0), np.zeros(0), 0.5), np.tanh(0.5), rtol=1e-15)


@pytest.mark.heavy
@every_answer("forward/neuron_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_result_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, w, b = arguments(generator)
    z = torch.nn.functional.linear(*map(torch.from_numpy, (x, w[None, :], np.array([b]))))
    np.testing.assert_allclose(answer(x, w, b), torch.tanh(z).item(), rtol=1e-11, atol=1e-12)
