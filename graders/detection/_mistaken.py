"""IoUs of two boxes with one mistake each, for one pair or for all pairs of two sets: ``(4),(4)->()``."""

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
    """You treat boxes as disjoint only if they are apart on both axes. A gap on one axis is enough."""
    return 0.0 if (sides(a, b) <= 0).all() else ratio(a, b, shared=float(np.prod(sides(a, b))))


def calls_equal_points_a_match(a, b):
    """You score equal boxes 1 even if they have no area. The statement says that such boxes score 0."""
    return 1.0 if (a == b).all() else ratio(a, b)


def adds_an_epsilon(a, b):
    """You add a small number to the denominator, but it is not small for small boxes. Only a union of 0 needs special
    treatment."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-9)


def adds_a_large_epsilon(a, b):
    """You add a millionth to the denominator, which changes every score. Only a union of 0 needs special treatment."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-6)


def truncates_coordinates(a, b):
    """You truncate the coordinates to integers, as if they were pixel numbers. Here they are continuous lengths."""
    return ratio(np.trunc(a), np.trunc(b))


def clips_boxes_at_zero(a, b):
    """You clip coordinates at 0, as if the image began there, so boxes lose area. Coordinates may be negative."""
    return ratio(np.maximum(a, 0), np.maximum(b, 0))


def scores_1_for_a_box_inside_the_second(a, b):
    """You score 1 if the first box lies inside the second. The rest of the second box belongs to the union too."""
    return 1.0 if overlap(a, b) == area(a) > 0 else ratio(a, b)


def scores_1_for_a_box_inside_the_other(a, b):
    """You score 1 if either box lies inside the other. The rest of the larger box belongs to the union too."""
    return 1.0 if overlap(a, b) == min(area(a), area(b)) > 0 else ratio(a, b)


def computes_in_single_precision(a, b):
    """You compute in float32, which keeps about seven digits. The boxes are float64, and nine digits are compared."""
    a, b = np.float32(a), np.float32(b)
    shared = np.prod(np.maximum(sides(a, b), 0))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return float(shared / union) if union else 0.0
