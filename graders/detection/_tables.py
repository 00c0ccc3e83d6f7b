"""Strategies for sets of boxes, and the parts that tables of scores are built from."""

import numpy as np

from gradkata import st
from ._boxes import box, fine_box, flat_box, ratio, touching


@st.composite
def boxes(draw, n, low=-3, high=3, longest=4):
    """Boxes with area on a small grid, most of which overlap another one: ``(n,4)``."""
    return np.stack([draw(box(low, high, longest)) for _ in range(n)])


@st.composite
def fine_boxes(draw, n):
    """Boxes with corners between the lines of the grid: ``(n,4)``."""
    return np.stack([draw(fine_box()) for _ in range(n)])


@st.composite
def flat_boxes(draw, n):
    """Boxes without area: ``(n,4)``."""
    return np.stack([draw(flat_box()) for _ in range(n)])


@st.composite
def touching_boxes(draw, a, m):
    """Boxes that each touch the first box of ``a``: ``(m,4)``."""
    return np.stack([draw(touching(a[0])) for _ in range(m)])


def table(a, b, measure=ratio):
    """The right table, or the one with another measure: ``(n,4),(m,4)->(n,m)``."""
    return np.array([[measure(one, other) for other in b] for one in a])


def areas(a):
    """The area of each box: ``(n,4)->(n)``."""
    return np.prod(a[:, 2:] - a[:, :2], axis=1)


def sides(a, b):
    """Width and height of the part that each pair shares, negative if they are apart: ``(n,4),(m,4)->(n,m,2)``."""
    return np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])


def shares(a, b):
    """The area that each pair shares: ``(n,4),(m,4)->(n,m)``."""
    return np.prod(np.maximum(sides(a, b), 0), axis=2)


def quotients(shared, union):
    """Shared areas divided by areas of unions, 0 where a union is 0: ``(n,m),(n,m)->(n,m)``."""
    return np.divide(shared, union, out=np.zeros(np.shape(shared)), where=union != 0)


def unions(a, b):
    """The area that each pair covers: ``(n,4),(m,4)->(n,m)``."""
    return areas(a)[:, None] + areas(b) - shares(a, b)


def hulls(a, b):
    """The area of the smallest box around each pair: ``(n,4),(m,4)->(n,m)``."""
    return np.prod(np.maximum(a[:, None, 2:], b[:, 2:]) - np.minimum(a[:, None, :2], b[:, :2]), axis=2)
