"""Properties of a correct IoU, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._boxes import area, box, corners, fine_box, flat_box, overlap
from ._boxes import pixel_ratio, ratio, share_of_the_smaller, sides, touching

kata = Kata("iou(a: (4), b: (4)) -> ()", a=box() | fine_box(), b=box() | fine_box())
kata.domain(a=inputs.boxes(10, scales=(1e-6, 100)), b=inputs.boxes(10, scales=(1e-6, 100)))
kata.mistakes(without=["rounds_to_whole_numbers"], say={
    "truncates_the_arguments":
        "You truncate the coordinates to integers, as if they were pixel numbers. Here they are continuous lengths.",
})
kata.hints(
    "Find the corners of the shared part first. Which of the two left edges is its left edge?",
    "What do you get for its width and height if the boxes do not overlap? What should they be?",
    "The shared part lies in both boxes. How many times does the sum of the two areas count it?",
    "When is the denominator zero, and what does the statement say about that case?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Two boxes without area score 0.", points=2, a=flat_box(), b=flat_box() | st.just(arg("a")))
kata.edge("A box without area scores 0 with any other.", points=0, a=flat_box(), b=box(-3, 1))
kata.edge("Boxes that touch share no area.", points=0, a=box(-2, 2, 2), b=touching(arg("a")))
kata.example("The statement's pair shares one square of seven.", expected=1 / 7,
             a=np.array([0.0, 0.0, 2.0, 2.0]), b=np.array([1.0, 1.0, 3.0, 3.0]))

@kata.property(points=1, shrink=st.sampled_from([2.0**-4, 2.0**-10, 2.0**-16]), a=box(), b=box(-2, 3))
def has_no_unit(iou, a, b, shrink):
    """Drawing both boxes on a much smaller scale does not change the score."""
    same(iou(shrink * a, shrink * b), iou(a, b))

@kata.property(points=0)
def is_symmetric(iou, a, b):
    """Swapping the boxes does not change the score."""
    same(iou(a, b), iou(b, a))

@kata.property(points=0)
def is_a_ratio(iou, a, b):
    """The score lies between 0 and 1."""
    assert 0 <= iou(a, b) <= 1

@kata.property(points=0)
def is_one_for_twins(iou, a):
    """A box with area matches itself completely."""
    same(iou(a, a), 1.0)

@kata.misconception
def forgets_to_clamp(a, b):
    """If the boxes are apart, the width or the height of their overlap becomes negative, and you multiply by it.
    A length cannot be negative."""
    return ratio(a, b, shared=float(np.prod(sides(a, b))))

@kata.misconception
def clamps_only_the_product(a, b):
    """You make sure that the shared area is not negative, but two negative sides have a positive product.
    Neither side can be negative."""
    return ratio(a, b, shared=max(0.0, float(np.prod(sides(a, b)))))

@kata.misconception
def takes_the_second_box_to_be_lower_right(a, b):
    """You measure from the first corner of box `b` to the second corner of box `a`. Either box may come first, or
    lie inside the other."""
    return ratio(a, b, shared=float(np.prod(np.maximum(a[2:] - b[:2], 0))))

@kata.misconception
def looks_for_corners_inside(a, b):
    """You treat boxes as disjoint if neither has a corner inside the other. Crossing boxes overlap without one."""
    inside = [((p[:2] <= c) & (c <= p[2:])).all() for p, q in ((a, b), (b, a)) for c in corners(q)]
    return ratio(a, b) if any(inside) else 0.0

@kata.misconception
def begins_the_overlap_at_zero(a, b):
    """Your shared part never begins below 0. Coordinates may be negative; only lengths may not."""
    low = np.maximum(np.maximum(a[:2], b[:2]), 0)
    return ratio(a, b, shared=float(np.prod(np.maximum(np.minimum(a[2:], b[2:]) - low, 0))))

@kata.misconception
def counts_the_overlap_twice(a, b):
    """You divide by the sum of both areas, which counts the shared part twice. The union counts it once."""
    return ratio(a, b, union=area(a) + area(b))

@kata.misconception
def divides_by_the_first_area(a, b):
    """You divide by the area of the first box alone, so the score depends on the order. The denominator is
    the area that both boxes cover together."""
    return ratio(a, b, union=area(a))

@kata.misconception
def decides_right_or_wrong(a, b):
    """You return whether the score reaches 0.5 instead of the score. Calling a detection right at 0.5 or more is
    a later decision."""
    return float(ratio(a, b) >= 0.5)

@kata.misconception
def divides_zero_by_zero(a, b):
    """Two boxes without area have a union of 0, and you divide by it. The statement says what they score."""
    shared = overlap(a, b)
    return shared / (area(a) + area(b) - shared)

@kata.misconception
def lets_zero_by_zero_be_nan(a, b):
    """In NumPy 0/0 is NaN, with only a warning. The statement says what boxes without area score."""
    shared = np.prod(np.maximum(sides(a, b), 0))
    return shared / (np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared)

@kata.misconception
def tests_both_axes_for_a_gap(a, b):
    """You treat boxes as disjoint only if they are apart on both axes. A gap on one axis is enough."""
    return 0.0 if (sides(a, b) <= 0).all() else ratio(a, b, shared=float(np.prod(sides(a, b))))

@kata.misconception
def calls_equal_points_a_match(a, b):
    """You score equal boxes 1 even if they have no area. The statement says that such boxes score 0."""
    return 1.0 if (a == b).all() else ratio(a, b)

@kata.misconception
def adds_an_epsilon(a, b):
    """You add a small number to the denominator, but it is not small for small boxes. Only a union of 0 needs special
    treatment."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-9)

@kata.misconception
def adds_a_large_epsilon(a, b):
    """You add a millionth to the denominator, which changes every score. Only a union of 0 needs special treatment."""
    return overlap(a, b) / (area(a) + area(b) - overlap(a, b) + 1e-6)

@kata.misconception
def clips_boxes_at_zero(a, b):
    """You clip coordinates at 0, as if the image began there, so boxes lose area. Coordinates may be negative."""
    return ratio(np.maximum(a, 0), np.maximum(b, 0))

@kata.misconception
def scores_1_for_a_box_inside_the_second(a, b):
    """You score 1 if the first box lies inside the second. The rest of the second box belongs to the union too."""
    return 1.0 if overlap(a, b) == area(a) > 0 else ratio(a, b)

@kata.misconception
def scores_1_for_a_box_inside_the_other(a, b):
    """You score 1 if either box lies inside the other. The rest of the larger box belongs to the union too."""
    return 1.0 if overlap(a, b) == min(area(a), area(b)) > 0 else ratio(a, b)

@kata.misconception(convention="PASCAL VOC, where corners are pixel numbers")
def counts_pixels(a, b):
    """You add 1 to every side, as if you counted pixels. Here coordinates are continuous lengths."""
    return pixel_ratio(a, b)

@kata.misconception(convention="COCO annotations, where a box is (x, y, width, height)")
def reads_width_and_height(a, b):
    """You read the last two numbers as width and height. Here they are the second corner."""
    return ratio(np.r_[a[:2], a[:2] + a[2:]], np.r_[b[:2], b[:2] + b[2:]])

@kata.misconception(convention="YOLO, where a box is (centre x, centre y, width, height)")
def reads_centres(a, b):
    """You read a box as its centre, width and height. Here it is two corners."""
    return ratio(*(np.r_[c[:2] - c[2:] / 2, c[:2] + c[2:] / 2] for c in (a, b)))

@kata.misconception(title="divides by the enclosing box")
def divides_by_the_enclosing_box(a, b):
    """You divide by the smallest box that contains both. The union leaves out the corners that neither covers."""
    low, high = np.minimum(a[:2], b[:2]), np.maximum(a[2:], b[2:])
    return ratio(a, b, union=float(np.prod(high - low)))

@kata.misconception(convention="the overlap coefficient of Szymkiewicz and Simpson")
def divides_by_the_smaller_box(a, b):
    """You divide by the smaller area, so a box inside another scores 1. Here the denominator is the union."""
    return share_of_the_smaller(a, b)

@kata.misconception(convention="the Dice coefficient")
def computes_the_dice_coefficient(a, b):
    """You divide twice the shared area by the sum of both areas. Here the shared area counts once, and the
    denominator is the union."""
    return 2 * ratio(a, b, union=area(a) + area(b))
