"""Strategies for boxes, and the measures that wrong answers are built from."""

import numpy as np

from gradkata import st


@st.composite
def box(draw, low=-4, high=6, longest=5):
    """A box with area and with corners on a grid, so that overlaps of every kind are common."""
    x, y = draw(st.integers(low, high)), draw(st.integers(low, high))
    width, height = draw(st.integers(1, longest)), draw(st.integers(1, longest))
    return np.array([x, y, x + width, y + height], float)


@st.composite
def fine_box(draw):
    """A box whose corners lie between the lines of the grid; its sides are 1 or longer."""
    x, y = draw(st.integers(-3200, 3200)) / 640, draw(st.integers(-3200, 3200)) / 640
    width, height = draw(st.integers(640, 3200)) / 640, draw(st.integers(640, 3200)) / 640
    return np.array([x, y, x + width, y + height])


@st.composite
def touching(draw, other):
    """A box that shares part of an edge or a corner with another box, but no area."""
    across = draw(st.sampled_from([0, 1]))
    along = 1 - across
    corner = np.zeros(2)
    sides = np.array([draw(st.integers(1, 4)), draw(st.integers(1, 4))])
    corner[across] = draw(st.sampled_from([other[across + 2], other[across] - sides[across]]))
    corner[along] = draw(st.integers(int(other[along]) - int(sides[along]), int(other[along + 2])))
    return np.r_[corner, corner + sides]


@st.composite
def flat_box(draw):
    """A box without area: a point, or a line along an axis."""
    x, y = draw(st.integers(-2, 3)), draw(st.integers(-2, 3))
    length = draw(st.integers(0, 3))
    return np.array([x, y, x, y + length] if draw(st.booleans()) else [x, y, x + length, y], float)


def corners(box):
    """The four corners of a box: ``(4)->(4,2)``."""
    return box[[0, 1, 0, 3, 2, 1, 2, 3]].reshape(4, 2)


def sides(a, b):
    """Width and height of the part that two boxes share; negative if they are apart: ``(4),(4)->(2)``."""
    return np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])


def lies_inside(a, b):
    """Whether no part of the first box is outside the second: ``(4),(4)->()``."""
    return bool((b[:2] <= a[:2]).all() and (a[2:] <= b[2:]).all())


def hull(a, b):
    """The smallest box around two boxes: ``(4),(4)->(4)``."""
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = a.tolist(), b.tolist()
    return np.array([min(ax1, bx1), min(ay1, by1), max(ax2, bx2), max(ay2, by2)])


def area(box):
    """The area of one box: ``(4)->()``."""
    x1, y1, x2, y2 = box.tolist()
    return (x2 - x1) * (y2 - y1)


def overlap(a, b):
    """The area that two boxes share: ``(4),(4)->()``."""
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = a.tolist(), b.tolist()
    return max(min(ax2, bx2) - max(ax1, bx1), 0.0) * max(min(ay2, by2) - max(ay1, by1), 0.0)


def ratio(a, b, shared=None, union=None):
    """The right IoU, or the ratio with another shared area or denominator: ``(4),(4)->()``."""
    shared = overlap(a, b) if shared is None else shared
    union = area(a) + area(b) - shared if union is None else union
    return shared / union if union else 0.0


def pixel_ratio(a, b, in_areas=1, in_overlap=1, least=0):
    """IoU of boxes whose corners are pixel numbers, the last one included: ``(4),(4)->()``.

    The sides of the boxes get longer by ``in_areas``, those of the shared part by ``in_overlap``; these are at least
    ``least``.
    """
    width, height = sides(a, b).tolist()
    shared = max(width + in_overlap, least) * max(height + in_overlap, least)
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = a.tolist(), b.tolist()
    in_a = (ax2 - ax1 + in_areas) * (ay2 - ay1 + in_areas)
    in_b = (bx2 - bx1 + in_areas) * (by2 - by1 + in_areas)
    return ratio(a, b, shared, in_a + in_b - shared)


def share_of_the_smaller(a, b):
    """The shared area divided by the smaller of the two areas, or 0 if that is 0: ``(4),(4)->()``."""
    return ratio(a, b, union=min(area(a), area(b)))
