"""The predictions of a linear model against scikit-learn and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.linear_model import LinearRegression

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d = (int(size) for size in generator.integers(1, 9, 2))
    return generator.normal(size=(n, d)) * 10.0 ** generator.uniform(-3, 3), generator.normal(size=d + 1)


@every_answer("classic/linreg_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_predictions_are_those_of_scikit_learn(answer, generator):
    X, beta = arguments(generator)
    model = LinearRegression()
    model.intercept_, model.coef_ = beta[0], beta[1:]
    np.testing.assert_allclose(answer(X, beta), model.predict(X), rtol=1e-12, atol=1e-10)


@every_answer("classic/linreg_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_predictions_agree_with_exact_fractions(answer, generator):
    X, beta = arguments(generator)
    intercept, *weights = map(Fraction, beta.tolist())
    expected = [
        float(intercept + sum(w * Fraction(x) for w, x in zip(weights, row, strict=True)))
        for row in X.tolist()
    ]
    np.testing.assert_allclose(answer(X, beta), expected, rtol=1e-12, atol=1e-10)
