"""Collapsed layers against exact fractions, and against scikit-learn's network with an identity activation."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.neural_network import MLPRegressor

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d, h, k = (int(size) for size in generator.integers(1, 6, 3))
    return [generator.uniform(-10.0, 10.0, shape) for shape in ((d, h), h, (h, k), k)]


@every_answer("forward/collapse_linear_layers")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_layer_agrees_with_exact_fractions(answer, generator):
    given_layers = arguments(generator)
    W1, b1, W2, b2 = (np.vectorize(Fraction, otypes=[object])(each) for each in given_layers)
    W, b = answer(*given_layers)
    np.testing.assert_allclose(W, (W1 @ W2).astype(float), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(b, (b1 @ W2 + b2).astype(float), rtol=1e-12, atol=1e-12)


@every_answer("forward/collapse_linear_layers")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_layer_predicts_like_the_network_of_scikit_learn(answer, generator):
    W1, b1, W2, b2 = arguments(generator)
    X = generator.uniform(-1.0, 1.0, (7, len(W1)))
    network = MLPRegressor(hidden_layer_sizes=(len(b1),), activation="identity", max_iter=1, batch_size=7)
    network.partial_fit(X, np.zeros((7, len(b2))) if len(b2) > 1 else np.zeros(7))
    network.coefs_, network.intercepts_ = [W1, W2], [b1, b2]
    W, b = answer(W1, b1, W2, b2)
    np.testing.assert_allclose((X @ W + b).ravel(), network.predict(X).ravel(), rtol=1e-11, atol=1e-11)
