"""Strategies for training points and their classes, and the parts of wrong neighbours."""

import numpy as np

from gradkata import inputs, st
from ._votes import clear_votes, counts, tied_votes


def distances(X, q):
    """The distance of each row."""
    return np.sqrt(((X - q) ** 2).sum(axis=1))


def winner(votes, n_classes):
    """The right vote."""
    return int(counts(votes, n_classes).argmax())


def predict(scores, y, k, n_classes):
    """The vote of the k rows whose scores are smallest."""
    return winner(y[np.argsort(scores, kind="stable")[:k]], n_classes)


def is_clear(X, y, q, k, n_classes):
    """Whether there is a gap between the k nearest points and the others."""
    ordered = np.sort(distances(X, q))
    return k == len(X) or ordered[k] - ordered[k - 1] > 1e-6 * (1 + ordered[k])


@st.composite
def points(draw, n, d, q, k):
    """Training points of which it is clear who is among the k nearest: ``(n,d)``."""
    return draw(st.arrays((n, d), elements=inputs.halves).filter(lambda X: is_clear(X, None, q, k, None)))


@st.composite
def voters(draw, X, q, k, n_classes, *, tied=False):
    """Classes of which those of the k nearest points have a clear winner, or two that tie: ``(n)``."""
    y = np.array(draw(st.lists(st.integers(0, n_classes - 1), min_size=len(X), max_size=len(X))), dtype=np.int64)
    y[np.argsort(distances(X, q), kind="stable")[:k]] = draw((tied_votes if tied else clear_votes)(k, n_classes))
    return y
