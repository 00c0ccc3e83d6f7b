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
        "Your coordinates are truncated to integers. Here they are continuous lengths, not pixel numbers.",
    "truncates_the_result":
        "Every score below 1 is 0 in your table. Perhaps you fill an array of integers, which truncates them.",
    "is_transposed": "Your table has a row for each box of `b`. The rows belong to `a`.",
})
kata.hints(
    "What is the entry in row i and column j, and what shape does the table of n boxes against m have?",
    "Fill the table of 2 boxes against 3 by hand. How many areas do you need, and how many shared areas?",
    "Loops over i and j are fast enough. Without loops: how can n numbers be compared with m numbers at once? Give one "
    "of them an axis of length 1 in the right place, and NumPy broadcasts. The areas of `a` belong to the rows.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Boxes without area score 0.", points=2,
          hint="When is a denominator 0, and what does the statement say about that entry?",
          n=st.integers(1, 3), m=st.integers(1, 3),
          a=flat_boxes(arg("n")), b=flat_boxes(arg("m")) | boxes(arg("m"), -2, 1))
kata.edge("Boxes that touch share no area.", points=0, m=st.integers(1, 3), a=boxes(arg("n"), -2, 2, 2),
          b=touching_boxes(arg("a"), arg("m")))
kata.example("The statement's table has 1/7 in its corner.", a=A, b=B,
             expected=np.array([[1 / 7, 1.0, 0.0], [0.0, 0.0, 0.5]]))

@kata.property(points=1, shrink=st.sampled_from([2.0**-4, 2.0**-10, 2.0**-16]), a=boxes(arg("n")), b=boxes(arg("m")),
               hint="Do you add a small number to the denominator? How large is the union of two tiny boxes?")
def has_no_unit(pairwise_iou, a, b, shrink):
    """Drawing all boxes on a much smaller scale does not change the table."""
    same(pairwise_iou(shrink * a, shrink * b), pairwise_iou(a, b))

@kata.property(points=0)
def is_transposed_when_swapped(pairwise_iou, a, b):
    """Swapping the two sets transposes the table."""
    same(pairwise_iou(b, a), pairwise_iou(a, b).T.copy())

@kata.property(points=0)
def follows_the_order_of_the_boxes(pairwise_iou, a, b):
    """Reversing the boxes of `b` reverses the columns and changes nothing else."""
    same(pairwise_iou(a, b[::-1].copy())[:, ::-1].copy(), pairwise_iou(a, b))

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
    """If the boxes are apart on both axes, you get a positive area. Perhaps you clamp only the product: two negative
    sides have a positive one."""
    shared = np.maximum(np.prod(sides(a, b), axis=2), 0)
    return shared, areas(a)[:, None] + areas(b) - shared

@kata.misconception
def pairs_row_with_row(a, b):
    """You compare row i of `a` only with row i of `b`. That is the table's diagonal, and it fails if n and m differ."""
    shared = np.prod(np.maximum(np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2]), 0), axis=1)
    return shared / (areas(a) + areas(b) - shared)

@guarded_and_bare
def broadcasts_areas_along_the_wrong_axes(a, b):
    """Entry (i, j) of your union uses the areas of `a[j]` and `b[i]`. Which index belongs to which set?"""
    return shares(a, b), areas(a) + areas(b)[:, None] - shares(a, b)

@guarded_and_bare
def takes_the_areas_of_a_for_both(a, b):
    """You add the area of a box of `a` twice. The box of `b` has an area of its own."""
    return shares(a, b), 2 * areas(a)[:, None] - shares(a, b)

@guarded_and_bare
def divides_by_the_first_area(a, b):
    """You divide by the area of the box of `a` alone, as COCO does for crowd regions. Here you divide by the union."""
    return shares(a, b), areas(a)[:, None] + 0 * areas(b)

@guarded_and_bare
def counts_the_overlap_twice(a, b):
    """You divide by the sum of both areas, which counts the shared part twice. The union counts it once."""
    return shares(a, b), areas(a)[:, None] + areas(b)

@kata.misconception
def mirrors_square_tables(a, b):
    """Your square tables are symmetric. Perhaps you mirror one half, which is right only for a set against itself."""
    return table(a, b) if len(a) != len(b) else np.triu(table(a, b)) + np.triu(table(a, b), 1).T

@kata.misconception(title="only the upper triangle is filled")
def leaves_zeros_below_the_diagonal(a, b):
    """Your table is 0 below the diagonal. Perhaps a loop begins at i: the pairs (i, j) and (j, i) are different."""
    return np.triu(table(a, b))

@kata.misconception(title="puts 1 on the diagonal")
def puts_ones_on_the_diagonal(a, b):
    """Your entry is 1 wherever i = j. That is right only for a set against itself: `a[i]` and `b[i]` may differ."""
    return np.where(np.eye(len(a), len(b)) == 1, 1.0, table(a, b))

@kata.misconception(title="scores boxes without area 1")
def calls_boxes_without_area_a_match(a, b):
    """You score 1 where the union is 0. The statement says that boxes without area score 0."""
    return np.where(unions(a, b) > 0, table(a, b), 1.0)

@kata.misconception(convention="the overlap coefficient of Szymkiewicz and Simpson")
def divides_by_the_smaller_box(a, b):
    """You divide by the smaller area, so a box inside another scores 1. Here the denominator is the union."""
    return table(a, b, share_of_the_smaller)

@kata.misconception(convention="generalized IoU (Rezatofighi et al. 2019)")
def subtracts_the_rest_of_the_hull(a, b):
    """You subtract the empty part of the enclosing box, as generalized IoU does. Here boxes that are apart score 0."""
    return quotients(shares(a, b), unions(a, b)) - quotients(hulls(a, b) - unions(a, b), hulls(a, b))

kata.inherit(iou, lambda wrong: lambda a, b: table(a, b, wrong))
