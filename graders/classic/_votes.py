"""Strategies for votes, and the parts of wrong votes."""

import numpy as np

from gradkata import st


@st.composite
def clear_votes(draw, k, n_classes):
    """Votes in which one label has more than any other: ``(k)``."""
    winner = draw(st.integers(0, n_classes - 1))
    others = draw(st.lists(st.integers(0, n_classes - 1), min_size=k, max_size=k))
    votes = others[: k // 2]
    most = max([votes.count(label) for label in votes], default=0)
    votes = votes[: k - most - 1] if k > most else []
    return np.array(draw(st.permutations(votes + [winner] * (k - len(votes)))), dtype=np.int64)


@st.composite
def tied_votes(draw, k, n_classes):
    """Votes in which two labels tie for the most: ``(k)``, k >= 2 and three classes."""
    one, other, *rest = draw(st.permutations(range(n_classes)))
    votes = [one, other] * (k // 2) + rest[: k % 2]
    return np.array(draw(st.permutations(votes)), dtype=np.int64)


def counts(labels, n_classes):
    """How many votes each class has."""
    return np.bincount(labels, minlength=n_classes)


def leaders(labels, n_classes):
    """The labels that have the most votes, the smallest first."""
    votes = counts(labels, n_classes)
    return np.flatnonzero(votes == votes.max())
