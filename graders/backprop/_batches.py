"""Batches to test with, and a softmax in which each wrong answer replaces one part."""

import numpy as np

from gradkata import st


@st.composite
def one_hot(draw, n, k):
    """Labels with a single 1 in each row and 0 elsewhere."""
    return np.eye(k)[[draw(st.integers(0, k - 1)) for _ in range(n)]]


@st.composite
def soft(draw, n, k):
    """Labels that sum to 1 in each row: in eighths, or with almost all of it for one class."""
    labels = np.zeros((n, k))
    for row in labels:
        parts = draw(st.sampled_from([8, 1]))
        for _ in range(parts):
            row[draw(st.integers(0, k - 1))] += 1 / 8 if parts > 1 else 1 / 16
        row[draw(st.integers(0, k - 1))] += 1 - row.sum()
    return labels


@st.composite
def far_apart(draw, n, k):
    """Logits of ordinary spread, each row around its own height; all their exponentials are finite."""
    heights = [draw(st.sampled_from([400.0, -400.0, -380.0, 0.0])) for _ in range(n)]
    return np.array([[draw(st.integers(-2, 2)) + height for _ in range(k)] for height in heights])


def probabilities(Z, shift=None):
    """The softmax of each row, shifted by its largest logit or by ``shift``: ``(n,k)->(n,k)``."""
    E = np.exp(Z - (Z.max(axis=1, keepdims=True) if shift is None else shift))
    return E / E.sum(axis=1, keepdims=True)


def loss(Z, Y):
    """The mean cross-entropy: ``(n,k),(n,k)->()``."""
    shifted = Z - Z.max(axis=1, keepdims=True)
    return -(Y * (shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))).sum() / len(Z)
