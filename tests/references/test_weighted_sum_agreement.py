"""The weighted sum against exact fractions, scikit-learn's linear model and PyTorch's linear layer."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.linear_model import Perceptron

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    d = int(generator.integers(1, 30))
    return (
        generator.uniform(-100, 100, d),
        generator.uniform(-100, 100, d),
        float(generator.uniform(-100, 100)),
    )


@every_answer("perceptron/weighted_sum")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sum_is_that_of_exact_fractions(answer, generator):
    x, w, b = arguments(generator)
    products = [
        Fraction(weight) * Fraction(value) for weight, value in zip(w.tolist(), x.tolist(), strict=True)
    ]
    np.testing.assert_allclose(answer(x, w, b), float(sum(products) + Fraction(b)), rtol=1e-12, atol=1e-9)


@every_answer("perceptron/weighted_sum")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sum_is_the_score_of_scikit_learn_s_perceptron(answer, generator):
    x, w, b = arguments(generator)
    model = Perceptron()
    model.coef_, model.intercept_, model.classes_ = w[None, :], np.array([b]), np.array([0, 1])
    np.testing.assert_allclose(answer(x, w, b), model.decision_function(x[None, :])[0], rtol=1e-12, atol=1e-9)


@pytest.mark.heavy
@every_answer("perceptron/weighted_sum")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_sum_is_that_of_pytorch_s_linear_layer(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    x, w, b = arguments(generator)
    z = torch.nn.functional.linear(*map(torch.from_numpy, (x, w[None, :], np.array([b]))))
    np.testing.assert_allclose(answer(x, w, b), z.item(), rtol=1e-12, atol=1e-9)
