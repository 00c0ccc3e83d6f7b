"""The probabilities of a logistic regression against SciPy, scikit-learn and fifty digits."""

import mpmath
import numpy as np
from hypothesis import given, settings
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    n, d = (int(size) for size in generator.integers(1, 9, 2))
    return generator.normal(size=(n, d)) * generator.choice([1.0, 30.0]), generator.normal(size=d + 1) * 3.0


@every_answer("logistic/logistic_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_probabilities_are_those_of_scikit_learn(answer, generator):
    X, beta = arguments(generator)
    model = LogisticRegression()
    model.classes_, model.intercept_, model.coef_ = np.array([0, 1]), beta[:1], beta[None, 1:]
    np.testing.assert_allclose(answer(X, beta), model.predict_proba(X)[:, 1], rtol=1e-11)


@every_answer("logistic/logistic_predict")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_probabilities_agree_with_fifty_digits(answer, generator):
    X, beta = arguments(generator)
    with mpmath.workdps(50):
        rows = [[1.0, *row] for row in X.tolist()]
        z = [mpmath.fdot(map(mpmath.mpf, row), map(mpmath.mpf, beta.tolist())) for row in rows]
        expected = [float(1 / (1 + mpmath.exp(-each))) for each in z]
    np.testing.assert_allclose(answer(X, beta), expected, rtol=1e-11)


@every_answer("logistic/logistic_predict")
def test_scores_of_a_thousand_are_like_those_of_scipy(answer):
    X = np.array([[100.0], [-100.0], [70.0], [-70.0], [0.0]])
    np.testing.assert_allclose(answer(X, np.array([0.0, 10.0])), expit(10 * X[:, 0]), rtol=1e-12)
