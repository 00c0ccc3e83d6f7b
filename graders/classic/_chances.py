"""Strategies for probabilities, the probabilities of a table of odds, and the parts of wrong odds."""

import numpy as np

from gradkata import st

inner = st.integers(1, 15).map(lambda i: i / 16) | st.integers(1, 99).map(lambda i: i / 100)
near_the_ends = st.sampled_from([1e-300, 1e-12, 1e-9, 1e-4, 1 - 1e-4, 1 - 1e-9, 1 - 1e-12])

# Of 1 win to 2, 4, 8, 16 and 32 losses, and the other way round.
TABLE = np.array([1 / 3, 1 / 5, 1 / 9, 1 / 17, 1 / 33, 2 / 3, 4 / 5, 8 / 9, 16 / 17, 32 / 33])


def ratio(above, below):
    """A quotient without warnings, as NumPy gives it."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(above, below)


def logarithm(x):
    """A natural logarithm without warnings, -inf for 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(x)
