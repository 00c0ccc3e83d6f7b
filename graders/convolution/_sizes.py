"""Strategies for sides and filters, and sizes that are rounded wrongly or wrong for large numbers."""

import math

import numpy as np

from gradkata import st

HUGE = 2**31 - 1


@st.composite
def side(draw, f):
    """A side that is long enough for a filter of side f without padding."""
    return max(f, draw(st.integers(1, 12) | st.sampled_from([28, 32, 224])))


@st.composite
def hair(draw, n, p, s):
    """A filter that leaves room for a whole number of steps, or for one unit more or less."""
    return min(n + 2 * p - s * draw(st.integers(1, 20)) - draw(st.sampled_from([0, -1, 1])), HUGE)


def works_in_32_bits(n, f, p, s):
    """You compute in 32 bits, where n + 2p may overflow. Each argument fits, but their sum may not."""
    room = int(np.array(n + 2 * p - f).astype(np.int32))
    return room // s + 1 if room >= 0 else 0


def works_in_single_precision(n, f, p, s):
    """Your lengths beyond 16 million are rounded. Perhaps you use float32, which holds 24 bits. Integers are exact."""
    room = np.float32(n) + np.float32(2 * p) - np.float32(f)
    return max(int(np.floor(room / np.float32(s))) + 1, 0)


def rounds_to_the_nearest(n, f, p, s):
    """You round the number of positions to the nearest integer. That can count a step that leaves the input."""
    return round((n + 2 * p - f) / s + 1)


def rounds_the_steps_to_the_nearest(n, f, p, s):
    """You round the number of strides to the nearest integer. That can count a step that leaves the input."""
    return round((n + 2 * p - f) / s) + 1


def rounds_halves_up(n, f, p, s):
    """You add 1/2 before you round down, which rounds to the nearest. That can count a step that leaves the input."""
    return math.floor((n + 2 * p - f) / s + 0.5) + 1


def stopped_at_0(formula):
    """The same formula, with negative results replaced by 0."""

    def stopped(n, f, p, s):
        return max(formula(n, f, p, s), 0)

    stopped.__name__, stopped.__doc__ = formula.__name__ + "_and_stops_at_0", formula.__doc__
    return stopped
