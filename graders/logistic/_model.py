"""Scores and probabilities of a logistic regression, and strategies for strong weights."""

import numpy as np

from gradkata import st

# Their products are between 720 and 1000 in absolute value, so that e^z or e^(-z) overflows for most scores.
large = st.sampled_from([-100.0, -80.0, 80.0, 100.0])
strong = st.sampled_from([-10.0, -9.0, 9.0, 10.0])


def scores(X, beta):
    """The predictions of the linear model: the log-odds."""
    return X @ beta[1:] + beta[0]


def sigmoid(z):
    """The sigmoid, without overflow."""
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


def probabilities(X, beta):
    """The right probabilities."""
    return sigmoid(scores(X, beta))


def with_ones(X):
    """A column of ones, then the features."""
    return np.column_stack([np.ones(len(X)), X])
