"""Scores and probabilities of a logistic regression, and strategies for strong weights."""

import numpy as np

from gradkata import st

# With entries of these, every score is between -1000 and 1000 times a small number of features, or 0.
large = st.sampled_from([-100.0, -80.0, 80.0, 100.0])
strong = st.sampled_from([-10.0, -9.0, 9.0, 10.0])


def scores(X, beta):
    """What the linear model predicts: the log-odds."""
    return X @ beta[1:] + beta[0]


def squash(z):
    """The sigmoid, without overflow."""
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


def probabilities(X, beta):
    """The right probabilities."""
    return squash(scores(X, beta))


def with_ones(X):
    """The features behind a column of ones."""
    return np.column_stack([np.ones(len(X)), X])
