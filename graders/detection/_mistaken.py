"""IoUs of two boxes that are wrong in one place each, for a pair or for all pairs of two sets: ``(4),(4)->()``."""

import numpy as np

from ._boxes import area, overlap, ratio, sides
from ._tables import table


def of_each_pair(wrong):
    """The same mistake in a table of all pairs: ``(n,4),(m,4)->(n,m)``."""

    def mistaken(a, b):
        return table(a, b, wrong)

    mistaken.__name__, mistaken.__doc__ = wrong.__name__, wrong.__doc__
    return mistaken


def tests_both_axes_for_a_gap(a, b):
    """You call boxes apart only when they are apart on both axes. A gap on one axis is enough."""
    return 0.0 if (sides(a, b) <= 0).all() else ratio(a, b, shared=float(np.prod(sides(a, b))))


def calls_equal_points_a_match(a, b):
    """You score equal boxes 1 even without area. There is no union then to have a share of."""
    return 1.0 if (a == b).all() else ratio(a, b)


def adds_an_epsilon(a, b):
    """A small number in the denominator is not small for small boxes. Treat the one case that needs it."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-9)


def adds_a_large_epsilon(a, b):
    """A millionth added to the denominator changes every score. Treat the one case that needs it."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-6)


def takes_coordinates_for_integers(a, b):
    """You cut the coordinates down to integers, as if they were numbers of pixels. Here they are lengths, which may
    lie between the pixels."""
    return ratio(np.trunc(a), np.trunc(b))


def cuts_boxes_off_at_zero(a, b):
    """You move corners below 0 to 0, as if the picture began there, and boxes lose area by it. Coordinates may be
    negative."""
    return ratio(np.maximum(a, 0), np.maximum(b, 0))


def scores_1_for_a_box_inside_the_second(a, b):
    """You score 1 where the first box lies inside the second. What the second one covers beside it counts as
    well."""
    return 1.0 if overlap(a, b) == area(a) > 0 else ratio(a, b)


def scores_1_for_a_box_inside_the_other(a, b):
    """You score 1 where one of the boxes lies inside the other. What the other one covers beside it counts as
    well."""
    return 1.0 if overlap(a, b) == min(area(a), area(b)) > 0 else ratio(a, b)


def computes_in_single_precision(a, b):
    """You compute in float32, which keeps about seven digits. The boxes are float64, and nine digits are compared."""
    a, b = np.float32(a), np.float32(b)
    shared = np.prod(np.maximum(sides(a, b), 0))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return float(shared / union) if union else 0.0
