"""Properties of a correct table of IoUs, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._boxes import share_of_the_smaller
from ._tables import areas, boxes, fine_boxes, flat_boxes, hulls, quotients, shares, sides
from ._tables import table, touching_boxes, unions
from .iou import kata as iou

A = np.array([[0.0, 0.0, 2.0, 2.0], [4.0, 4.0, 6.0, 8.0]])
B = np.array([[1.0, 1.0, 3.0, 3.0], [0.0, 0.0, 2.0, 2.0], [4.0, 5.0, 6.0, 7.0]])

kata = Kata(
    "pairwise_iou(a: (n,4), b: (m,4)) -> (n,m)",
    n=st.integers(1, 4),
    m=st.integers(1, 4),
    a=boxes(arg("n")) | fine_boxes(arg("n")),
    b=boxes(arg("m")) | fine_boxes(arg("m")),
)
kata.domain(n=arg.size(1, 400), m=arg.size(1, 400), a=inputs.boxes(10, scales=(1e-6, 100)),
            b=inputs.boxes(10, scales=(1e-6, 100)))
kata.mistakes(say={
    "truncates_the_arguments":
        "You truncate the coordinates to integers, as if they were pixel numbers. Here they are continuous lengths.",
    "truncates_the_result": "You fill an integer array, which truncates every score below 1 to 0. Scores are floats.",
    "is_transposed": "Your table has a row for each box of `b`. The rows belong to `a`.",
})
kata.hints(
    "What is the entry in row i and column j, and what shape does the table of n boxes against m have?",
    "Compare each left edge of `a` with each one of `b`. What shape do `a[:, None, 0]` and `b[:, 0]` broadcast to?",
    "What do you get for width and height if two boxes are apart? What should they be?",
    "When is a denominator zero, and what does the statement say about that entry?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Boxes without area score 0.", points=2, n=st.integers(1, 3), m=st.integers(1, 3),
          a=flat_boxes(arg("n")), b=flat_boxes(arg("m")) | boxes(arg("m"), -2, 1))
kata.edge("Boxes that touch share no area.", points=0, m=st.integers(1, 3), a=boxes(arg("n"), -2, 2, 2),
          b=touching_boxes(arg("a"), arg("m")))
kata.example("The statement's table has 1/7 in its corner.", a=A, b=B,
             expected=np.array([[1 / 7, 1.0, 0.0], [0.0, 0.0, 0.5]]))

@kata.property(points=1, shrink=st.sampled_from([2.0**-4, 2.0**-10, 2.0**-16]), a=boxes(arg("n")), b=boxes(arg("m")))
def has_no_unit(pairwise_iou, a, b, shrink):
    """Drawing all boxes on a much smaller scale does not change the table."""
    same(pairwise_iou(shrink * a, shrink * b), pairwise_iou(a, b))

@kata.property(points=0)
def is_transposed_when_swapped(pairwise_iou, a, b):
    """Swapping the two sets transposes the table."""
    same(pairwise_iou(b, a), pairwise_iou(a, b).T.copy())

@kata.property(points=0)
def looks_at_each_pair_alone(pairwise_iou, a, b):
    """The last row of the table is the table of the last box of `a` alone."""
    same(pairwise_iou(a[-1:].copy(), b), pairwise_iou(a, b)[-1:])

@kata.property(points=0)
def has_ones_on_the_diagonal_of_twins(pairwise_iou, a):
    """The table of a set of boxes with area against itself has ones on its diagonal."""
    same(np.diagonal(pairwise_iou(a, a.copy())).copy(), np.ones(len(a)))

def guarded_and_bare(parts):
    """Add a shared area and a union, one of them wrong: once with 0 where the union is 0, once divided anyway."""
    def guarded(a, b):
        return quotients(*parts(a, b))
    def bare(a, b):
        return np.divide(*parts(a, b))
    guarded.__name__, bare.__name__ = parts.__name__, parts.__name__ + "_and_divides_by_0"
    for wrong in (guarded, bare):
        wrong.__doc__ = parts.__doc__
        kata.misconception(wrong)

@guarded_and_bare
def forgets_to_clamp(a, b):
    """If the boxes are apart, the width or the height of their overlap becomes negative, and you multiply by it.
    A length cannot be negative."""
    shared = np.prod(sides(a, b), axis=2)
    return shared, areas(a)[:, None] + areas(b) - shared

@guarded_and_bare
def clamps_only_the_product(a, b):
    """You make sure that the shared area is not negative, but two negative sides have a positive product.
    Neither side can be negative."""
    shared = np.maximum(np.prod(sides(a, b), axis=2), 0)
    return shared, areas(a)[:, None] + areas(b) - shared

@kata.misconception
def pairs_row_with_row(a, b):
    """You compare row i of `a` only with row i of `b`. That is the table's diagonal, and it fails if n and m differ."""
    shared = np.prod(np.maximum(np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2]), 0), axis=1)
    return shared / (areas(a) + areas(b) - shared)

@guarded_and_bare
def broadcasts_areas_along_the_wrong_axes(a, b):
    """You add the areas of `a` along the columns and those of `b` along the rows. Row i needs the area of `a[i]`."""
    return shares(a, b), areas(a) + areas(b)[:, None] - shares(a, b)

@guarded_and_bare
def takes_the_areas_of_a_for_both(a, b):
    """You add the area of a box of `a` twice. The box of `b` has an area of its own."""
    return shares(a, b), 2 * areas(a)[:, None] - shares(a, b)

@guarded_and_bare
def counts_the_overlap_twice(a, b):
    """You divide by the sum of both areas, which counts the shared part twice. The union counts it once."""
    return shares(a, b), areas(a)[:, None] + areas(b)

@kata.misconception
def mirrors_square_tables(a, b):
    """You compute half of a square table and mirror it. That is right only for a set against itself."""
    return table(a, b) if len(a) != len(b) else np.triu(table(a, b)) + np.triu(table(a, b), 1).T

@kata.misconception(title="only the upper triangle is filled")
def fills_the_upper_triangle_only(a, b):
    """You fill the table where the column is not before the row. The two sets differ, so the table has no symmetry."""
    return np.triu(table(a, b))

@kata.misconception
def calls_boxes_without_area_a_match(a, b):
    """You score 1 where the union is 0. The statement says that boxes without area score 0."""
    return np.where(unions(a, b) > 0, table(a, b), 1.0)

@kata.misconception(convention="COCO's crowd regions, or the overlap coefficient of Szymkiewicz and Simpson")
def divides_by_the_smaller_box(a, b):
    """You divide by the smaller area, so a box inside another scores 1. Here the denominator is the union."""
    return table(a, b, share_of_the_smaller)

@kata.misconception(convention="generalised IoU (Rezatofighi et al. 2019)")
def subtracts_the_rest_of_the_hull(a, b):
    """You subtract the share of the enclosing box that neither box covers. Here boxes that are apart all score 0."""
    return quotients(shares(a, b), unions(a, b)) - quotients(hulls(a, b) - unions(a, b), hulls(a, b))

kata.inherit(iou, lambda wrong: lambda a, b: table(a, b, wrong))
