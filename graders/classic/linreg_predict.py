"""Properties of every right prediction of a linear model, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._repairs import BEST_LINE, OF_6_AND_18, OF_10_AND_12, OF_THE_BEST_LINE, PARTS

kata = Kata("linreg_predict(X: (n,d), beta: (d+1)) -> (n)", n=st.integers(2, 4), d=st.integers(2, 3))
kata.domain(n=arg.size(0, 1200), d=arg.size(0, 200), X=arg.real(-1000, 1000), beta=arg.real(-1000, 1000))
kata.hints(
    "What does the model predict for a sample whose features are all 0?",
    "`beta` is one longer than a row of `X`. Which of its entries belongs to no feature?",
    "The product of a matrix and a vector adds up the terms of the features for all rows at once.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without features every prediction is the intercept.", points=0, d=0)
kata.edge("Without rows the result is empty.", points=1, n=0)
kata.edge("One sample has one prediction.", points=0, n=1)
kata.example("Two samples with two features.", expected=np.array([51.0, 20.0]),
             X=np.array([[3.0, 1.0], [0.0, 2.0]]), beta=np.array([10.0, 12.0, 5.0]))
for words, line, minutes in (
    ("10 minutes and 12 for each part", np.array([10.0, 12.0]), OF_10_AND_12),
    ("6 minutes and 18 for each part", np.array([6.0, 18.0]), OF_6_AND_18),
    ("The best line through the 14 repairs", BEST_LINE, OF_THE_BEST_LINE),
):
    kata.example(f"{words}.", expected=minutes, X=PARTS[:, None], beta=line)


@kata.property(points=0)
def predicts_the_intercept_for_a_sample_of_zeros(linreg_predict, X, beta):
    """If all features are 0, the prediction is the intercept."""
    same(linreg_predict(0 * X, beta), np.full(len(X), beta[0]))


@kata.property(points=0, by=st.integers(1, 9))
def moves_with_the_intercept(linreg_predict, X, beta, by):
    """A larger intercept raises every prediction by the same amount."""
    raised = beta.copy()
    raised[0] += by
    same(linreg_predict(X, raised), linreg_predict(X, beta) + by)


@kata.property(points=0)
def is_linear_in_the_coefficients(linreg_predict, X, beta):
    """If coefficients are added, so are the predictions."""
    other = np.arange(1.0, len(beta) + 1)
    same(linreg_predict(X, beta + 2 * other), linreg_predict(X, beta) + 2 * linreg_predict(X, other))


@kata.misconception
def forgets_the_intercept(X, beta):
    """You leave out the intercept, so that the model predicts 0 where all features are 0."""
    return X @ beta[1:]


@kata.misconception(title="takes the last entry as the intercept",
                    convention="texts that put the bias after the weights")
def takes_the_last_entry_as_the_intercept(X, beta):
    """Your intercept is the last entry of `beta`. Here it is the first."""
    return X @ beta[:-1] + beta[-1]


@kata.misconception(title="gives the first feature the intercept as its weight")
def weights_features_by_the_entries_before(X, beta):
    """You add the intercept, but also multiply the first feature by it, and each other feature by the weight of the one
    before."""
    return X @ beta[:-1] + beta[0]


@kata.misconception
def multiplies_the_features_by_the_intercept(X, beta):
    """You multiply the intercept by the sum of the features. It belongs to no feature and is added as it is."""
    return X @ beta[1:] + beta[0] * X.sum(axis=1)


@kata.misconception
def adds_the_intercept_for_each_feature(X, beta):
    """You add the intercept once for every feature. A prediction contains it once."""
    return X @ beta[1:] + X.shape[1] * beta[0]


@kata.misconception
def does_not_add_up_the_terms(X, beta):
    """You return a table with a term for each feature. A prediction is one number for each row."""
    return X * beta[1:] + beta[0]


@kata.misconception
def adds_the_intercept_to_the_features(X, beta):
    """You add the intercept to the features before you weight them. Only the features have weights."""
    return (X + beta[0]) @ beta[1:]


@kata.misconception
def takes_the_mean_of_the_terms(X, beta):
    """You average the terms of the features. They are added up, however many there are."""
    return X @ beta[1:] / max(X.shape[1], 1) + beta[0]


@kata.misconception
def uses_the_first_feature_only(X, beta):
    """You use the first feature and its weight only, as for a line. The model has a term for every feature."""
    return X[:, :1] @ beta[1:2] + beta[0]
