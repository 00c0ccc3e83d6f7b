"""The application of a normalisation against scikit-learn's scaler and SciPy's scores."""

import numpy as np
from hypothesis import given, settings
from scipy.stats import zmap
from sklearn.preprocessing import StandardScaler

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def sets(generator):
    d = int(generator.integers(1, 6))
    units = 10.0 ** generator.uniform(-1, 2, d)
    return [generator.normal(3, 1, (int(generator.integers(2, 9)), d)) * units for _ in range(2)]


@every_answer("generalization/normalise_apply")
@settings(max_examples=30)
@given(generator=seeds())
def test_both_sets_are_transformed_as_by_scikit_learn(answer, generator):
    train, test = sets(generator)
    scaler = StandardScaler().fit(train)
    for samples in (train, test):
        found = answer(samples, scaler.mean_, scaler.scale_)
        np.testing.assert_allclose(found, scaler.transform(samples), rtol=1e-11, atol=1e-13)


@every_answer("generalization/normalise_apply")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_result_holds_the_scores_of_scipy(answer, generator):
    train, test = sets(generator)
    found = answer(test, train.mean(axis=0), train.std(axis=0))
    np.testing.assert_allclose(found, zmap(test, train, axis=0), rtol=1e-11, atol=1e-13)
