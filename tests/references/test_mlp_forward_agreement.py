"""The network with one hidden layer against scikit-learn, fifty digits and PyTorch."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.neural_network import MLPRegressor

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d, h, k = (int(size) for size in generator.integers(1, 6, 4))
    scale = generator.choice([1.0, 1000.0])  # saturated neurons too
    X, W1, W2 = (generator.uniform(-3.0, 3.0, shape) for shape in ((n, d), (d, h), (h, k)))
    return [X, W1, scale * generator.uniform(-1.0, 1.0, h), W2, generator.uniform(-9.0, 9.0, k)]


@every_answer("forward/mlp_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_outputs_are_those_of_scikit_learn(answer, generator):
    X, W1, b1, W2, b2 = arguments(generator)
    network = MLPRegressor(hidden_layer_sizes=(len(b1),), activation="tanh", batch_size=len(X))
    network.partial_fit(X, np.zeros((len(X), len(b2))) if len(b2) > 1 else np.zeros(len(X)))
    network.coefs_, network.intercepts_ = [W1, W2], [b1, b2]
    Yhat = answer(X, W1, b1, W2, b2)[1]
    np.testing.assert_allclose(Yhat.ravel(), network.predict(X).ravel(), rtol=1e-12, atol=1e-12)


@every_answer("forward/mlp_forward")
@settings(max_examples=10)
@given(generator=seeds())
def test_both_results_agree_with_fifty_digits(answer, generator):
    given_network = arguments(generator)
    with mpmath.workdps(50):
        X, W1, b1, W2, b2 = (np.vectorize(mpmath.mpf, otypes=[object])(each) for each in given_network)
        H = np.vectorize(mpmath.tanh, otypes=[object])(X @ W1 + b1)
        expected = H.astype(float), (H @ W2 + b2).astype(float)
    for got, right in zip(answer(*given_network), expected, strict=True):
        np.testing.assert_allclose(got, right, rtol=1e-11, atol=1e-12)


@pytest.mark.heavy
@every_answer("forward/mlp_forward")
@settings(max_examples=30)
@given(generator=seeds())
def test_both_results_are_those_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    given_network = arguments(generator)
    X, W1, b1, W2, b2 = map(torch.from_numpy, given_network)
    H = torch.tanh(torch.nn.functional.linear(X, W1.T, b1))
    expected = H.numpy(), torch.nn.functional.linear(H, W2.T, b2).numpy()
    for got, right in zip(answer(*given_network), expected, strict=True):
        np.testing.assert_allclose(got, right, rtol=1e-12, atol=1e-12)
