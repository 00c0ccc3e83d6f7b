"""Labels and probabilities to test cross-entropies with."""

import numpy as np

from gradkata import arg, st

# From 0 to 1, but away from both: what is clipped there is an edge of its own.
inside = st.sampled_from([0.5, 0.25, 0.75, 0.2, 0.9, 0.125, 0.6]) | st.integers(50, 950).map(lambda k: k / 1000)
hard = st.sampled_from([0.0, 1.0])
soft = st.sampled_from([0.9, 0.1, 0.25, 0.5, 0.75, 0.3])


def of_length_n(elements):
    """An array of shape (n,)."""
    return st.arrays(arg("n"), elements=elements)


@st.composite
def likely(draw, n, k):
    """Rows of k positive probabilities."""
    weights = np.array([[float(draw(st.integers(1, 9))) for _ in range(k)] for _ in range(n)])
    return weights / weights.sum(axis=1, keepdims=True)
