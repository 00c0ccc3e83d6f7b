"""Logits to test with, and a softmax in which each wrong answer replaces one part."""

import numpy as np

from gradkata import st


@st.composite
def far_apart(draw, n, k):
    """Rows of ordinary spread, each around its own height; all their exponentials are finite."""
    heights = [draw(st.sampled_from([400.0, -400.0, -380.0, 0.0])) for _ in range(n)]
    return np.array([[draw(st.integers(-2, 2)) + height for _ in range(k)] for height in heights])


@st.composite
def with_gaps(draw, n, k):
    """Rows, some of them far below 0, in which some logits, but not all, are -inf."""
    rows = np.array([[float(draw(st.integers(-2, 2))) for _ in range(k)] for _ in range(n)])
    for row in rows:
        row += draw(st.sampled_from([0.0, 0.0, -998.0]))
        stays = draw(st.integers(0, k - 1))
        for j in range(k):
            if j != stays and draw(st.booleans()):
                row[j] = -np.inf
    return rows


def has_a_possible_class(Z):
    """Whether no row consists of -inf only: ``(n,k)->()``."""
    return bool(np.isfinite(Z).any(axis=-1).all())


def top(Z):
    """The largest logit of each row: ``(n,k)->(n,1)``."""
    return Z.max(axis=-1, keepdims=True)


def weights(Z, shift=None):
    """The exponentials of the logits minus the largest of the row, or minus another shift: ``(n,k)->(n,k)``."""
    return np.exp(Z - (top(Z) if shift is None else shift))


def rows(Z, shift=None):
    """The right softmax, or one with another shift: ``(n,k)->(n,k)``."""
    E = weights(Z, shift)
    return E / E.sum(axis=-1, keepdims=True)
