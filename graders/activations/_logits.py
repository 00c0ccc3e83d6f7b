"""Logits to ask about, and a softmax of which a wrong answer replaces one part."""

import numpy as np

from graders import st

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-3000, 3000).map(lambda k: k / 1000)
huge = st.sampled_from([1000.0, -1000.0, 999.0, -999.5, 998.0, 500.0, 0.0])


@st.composite
def far_apart(draw, n, k):
    """Rows of ordinary spread, each around another height; the exponentials of all of them are finite."""
    heights = [draw(st.sampled_from([400.0, -400.0, -380.0, 0.0])) for _ in range(n)]
    return np.array([[draw(st.integers(-2, 2)) + height for _ in range(k)] for height in heights])


@st.composite
def with_gaps(draw, n, k):
    """Rows in which some logits, but not all, are -inf."""
    rows = np.array([[float(draw(st.integers(-2, 2))) for _ in range(k)] for _ in range(n)])
    for row in rows:
        stays = draw(st.integers(0, k - 1))
        for j in range(k):
            if j != stays and draw(st.booleans()):
                row[j] = -np.inf
    return rows


def top(Z):
    """The largest logit of each row: ``(n,k)->(n,1)``."""
    return Z.max(axis=-1, keepdims=True)


def weights(Z, shift=None):
    """The exponentials of the logits, less the largest of the row or another shift: ``(n,k)->(n,k)``."""
    return np.exp(Z - (top(Z) if shift is None else shift))


def rows(Z, shift=None):
    """The right softmax, or the one of another shift: ``(n,k)->(n,k)``."""
    E = weights(Z, shift)
    return E / E.sum(axis=-1, keepdims=True)
