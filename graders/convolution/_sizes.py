"""Sides and filters to ask about, and sizes that are rounded wrongly or wrong for large numbers."""

import math

import numpy as np

from gradkata import st

HUGE = 2**31 - 1


@st.composite
def side(draw, f):
    """A side on which a filter of side f fits without padding."""
    return max(f, draw(st.integers(1, 12) | st.sampled_from([28, 32, 224])))


@st.composite
def hair(draw, n, p, s):
    """A filter that leaves room for whole steps, or for one more or one less than that."""
    return min(n + 2 * p - s * draw(st.integers(1, 20)) - draw(st.sampled_from([0, -1, 1])), HUGE)


def works_in_32_bits(n, f, p, s):
    """You compute with 32 bits, and a padded side may be too large for them. Each argument fits, their sum does not."""
    room = int(np.array(n + 2 * p - f).astype(np.int32))
    return room // s + 1 if room >= 0 else 0


def works_in_single_precision(n, f, p, s):
    """Single precision holds 24 bits, so sides beyond 16 million are rounded before you count. Integers are exact."""
    room = np.float32(n) + np.float32(2 * p) - np.float32(f)
    return max(int(np.floor(room / np.float32(s))) + 1, 0)


def rounds_to_the_nearest(n, f, p, s):
    """You round the quotient to the nearest integer. Half a step leads out of the input."""
    return round((n + 2 * p - f) / s + 1)


def rounds_the_steps_to_the_nearest(n, f, p, s):
    """You round the number of steps to the nearest integer. Half a step leads out of the input."""
    return round((n + 2 * p - f) / s) + 1


def rounds_halves_up(n, f, p, s):
    """You add a half before you round down, which rounds to the nearest. Half a step leads out of the input."""
    return math.floor((n + 2 * p - f) / s + 0.5) + 1


def stopped_at_0(formula):
    """The same formula, with a 0 in the place of what it says below that."""

    def stopped(n, f, p, s):
        return max(formula(n, f, p, s), 0)

    stopped.__name__, stopped.__doc__ = formula.__name__ + "_and_stops_at_0", formula.__doc__
    return stopped
