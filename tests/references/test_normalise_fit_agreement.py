"""The fit of a normalisation against scikit-learn's scaler and exact fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from sklearn.preprocessing import StandardScaler

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def training_set(generator):
    m, d = (int(size) for size in generator.integers(1, 12, 2))
    X = generator.integers(-300, 300, (m, d)) / 64 + generator.integers(-(10**5), 10**5, d)
    X[:, 0] = X[0, 0]
    return X


@every_answer("generalization/normalise_fit")
@settings(max_examples=30)
@given(generator=seeds())
def test_mean_and_deviation_are_those_of_scikit_learn(answer, generator):
    X = training_set(generator)
    scaler = StandardScaler().fit(X)
    mu, sigma = answer(X)
    np.testing.assert_allclose(mu, scaler.mean_, rtol=1e-12)
    np.testing.assert_allclose(sigma, scaler.scale_, rtol=1e-9)


@every_answer("generalization/normalise_fit")
@settings(max_examples=15)
@given(generator=seeds())
def test_mean_and_deviation_agree_with_exact_fractions(answer, generator):
    X = training_set(generator)
    for column, mu, sigma in zip(X.T.tolist(), *answer(X), strict=True):
        mean = sum(map(Fraction, column)) / len(column)
        variance = sum((Fraction(value) - mean) ** 2 for value in column) / len(column)
        np.testing.assert_allclose(mu, float(mean), rtol=1e-12)
        np.testing.assert_allclose(sigma, float(variance) ** 0.5 or 1.0, rtol=1e-9)
