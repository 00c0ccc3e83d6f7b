"""The right normalisation of a training set, for wrong answers that change a part of it."""

import numpy as np

from gradkata import st

halves = st.integers(-12, 12).map(lambda k: k / 2)  # enough of them for an array of unequal entries


def never_zero(sigma):
    """The same numbers with 1 in place of 0: ``(d)->(d)``."""
    return np.where(sigma == 0, 1.0, sigma)


def fit(X):
    """The right means and deviations: ``(m,d)->(d),(d)``."""
    return X.mean(axis=0), never_zero(X.std(axis=0))
