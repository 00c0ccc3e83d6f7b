"""Properties of a correct IoU, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ..activations._careless import declare
from ._boxes import area, box, corners, fine_box, flat_box, hull, lies_inside, overlap
from ._boxes import pixel_ratio, ratio, share_of_the_smaller, sides, touching

kata = Kata("iou(a: (4), b: (4)) -> ()", a=box() | fine_box(), b=box() | fine_box())
kata.domain(a=inputs.boxes(10, scales=(1e-6, 100)), b=inputs.boxes(10, scales=(1e-6, 100)))
kata.mistakes(without=["rounds_to_whole_numbers"], say={
    "truncates_the_arguments":
        "Your coordinates are truncated to integers. Here they are continuous lengths, not pixel numbers.",
})
kata.hints(
    "Find the shared part first. It is a box as well: where are its four edges?",
    "On one axis: one box reaches from 0 to 2, the other from 1 to 3. Where does the shared part begin and end? And if "
    "the other reaches from 5 to 6?",
    "The shared part begins at the larger of the two lower ends and ends at the smaller of the two upper ends; if that "
    "is a negative length, the length is 0. The sum of both areas counts the shared part twice.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Two boxes without area score 0.", points=2,
          hint="When is your denominator 0, and what does the statement say about that case?",
          a=flat_box(), b=flat_box() | st.just(arg("a")))
kata.edge("A box without area scores 0 with any other.", points=0, a=flat_box(), b=box(-3, 1))
kata.edge("Boxes that touch share no area.", points=0, a=box(-2, 2, 2), b=touching(arg("a")))
kata.example("A box of area 5e-9 scores 1 with itself.", expected=1.0,
             a=np.array([0., 0., 5e-5, 1e-4]), b=np.array([0., 0., 5e-5, 1e-4]))
kata.example("The statement's pair shares one square of seven.", expected=1 / 7,
             a=np.array([0.0, 0.0, 2.0, 2.0]), b=np.array([1.0, 1.0, 3.0, 3.0]))

@kata.property(points=1, shrink=st.sampled_from([2.0**-4, 2.0**-10, 2.0**-16]), a=box(), b=box(-2, 3),
               hint="Do you add a small number to the denominator? How large is the union of two tiny boxes?")
def has_no_unit(iou, a, b, shrink):
    """Drawing both boxes on a much smaller scale does not change the score."""
    same(iou(shrink * a, shrink * b), iou(a, b))

@kata.property(points=0, a=box(), b=box(), by=st.integers(-9, 9))
def ignores_the_origin(iou, a, b, by):
    """Shifting both boxes together does not change the score."""
    same(iou(a + by, b + by), iou(a, b))

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

@kata.misconception(hint="What width do you compute for the shared part of two boxes that lie apart?")
def forgets_to_clamp(a, b):
    """If the boxes are apart, the width or the height of their overlap becomes negative, and you multiply by it.
    A length cannot be negative."""
    return ratio(a, b, shared=float(np.prod(sides(a, b))))

@kata.misconception
def clamps_only_the_product(a, b):
    """If the boxes are apart on both axes, you get a positive area. Perhaps you clamp only the product: two negative
    sides have a positive one."""
    return ratio(a, b, shared=max(0.0, float(np.prod(sides(a, b)))))

for place, side, other in ((0, "width", "height"), (1, "height", "width")):
    declare(kata, f"clamps_the_{side}_only", f"""If the boxes are apart, the {other} of their overlap becomes negative,
        and you multiply by it. You clamp only the {side} at 0.""",
            lambda a, b, place=place: ratio(a, b, shared=float(max(sides(a, b)[place], 0) * sides(a, b)[1 - place])))

@kata.misconception(title="assumes that the second box begins inside the first")
def takes_the_second_box_to_be_lower_right(a, b):
    """You assume that box `b` begins inside box `a`. The boxes may lie in any order, or one inside the other."""
    return ratio(a, b, shared=float(np.prod(np.maximum(a[2:] - b[:2], 0))))

@kata.misconception(title="looks for a corner of one box inside the other")
def looks_for_corners_inside(a, b):
    """You treat boxes as disjoint if neither has a corner inside the other. Boxes that cross overlap without one."""
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
def adds_the_overlap_to_the_areas(a, b):
    """You add the shared area to the sum of both areas, which already counts it twice. The union counts it once."""
    return ratio(a, b, union=area(a) + area(b) + overlap(a, b))

@kata.misconception
def subtracts_the_overlap_twice(a, b):
    """You subtract the shared area twice, so the denominator leaves it out. The union counts it once."""
    return ratio(a, b, union=area(a) + area(b) - 2 * overlap(a, b))

@kata.misconception(title="leaves out the parentheses around the union")
def leaves_out_the_parentheses(a, b):
    """You divide by the first area only, then add the second area and subtract the shared one. Perhaps the
    parentheses around the denominator are missing."""
    return ratio(a, b, union=area(a)) + area(b) - overlap(a, b)

@kata.misconception(title="takes the area of the first box for both")
def takes_the_areas_of_a_for_both(a, b):
    """You add the area of the first box twice. The second box has an area of its own."""
    return ratio(a, b, union=2 * area(a) - overlap(a, b))

for place, side in enumerate(("width", "height")):
    declare(kata, f"takes_the_{side}_of_a_for_both", f"""The area of your second box is computed with the {side} of the
        first. Perhaps a line was copied.""",
            lambda a, b, place=place: ratio(a, b, union=area(a) - overlap(a, b) + float(np.prod(
                np.where(np.arange(2) == place, a[2:] - a[:2], b[2:] - b[:2])))),
            f"takes the {side} of the first box for both")

@kata.misconception(title="adds widths and heights")
def adds_widths_and_heights(a, b):
    """You use width plus height where an area is needed. An area is their product."""
    shared = float(sides(a, b).sum()) if (sides(a, b) > 0).all() else 0.0
    return ratio(a, b, shared, float((a[2:] - a[:2] + b[2:] - b[:2]).sum()) - shared)

@kata.misconception(title="averages the scores of the two axes")
def averages_the_axes(a, b):
    """Your score is the mean of two scores, one for the intervals on each axis. It is a ratio of areas, and boxes that
    are apart on one axis share none."""
    shared = np.maximum(sides(a, b), 0)
    lengths = a[2:] - a[:2] + b[2:] - b[:2] - shared
    return float(np.mean(np.divide(shared, lengths, out=np.zeros(2), where=lengths > 0)))

@kata.misconception(title="leaves out the division by the union")
def returns_the_shared_area(a, b):
    """You use the area that both boxes share, without dividing it by the area of their union."""
    return overlap(a, b)

@kata.misconception(title="exchanges min and max")
def exchanges_min_and_max(a, b):
    """Your shared part is the box around both. Does the shared part begin at the smaller or the larger left edge?"""
    return ratio(a, b, shared=area(hull(a, b)))

@kata.misconception(title="uses the box around both as the union")
def divides_by_the_box_around_both(a, b):
    """You divide by the area of the smallest box around both. Its corners may belong to neither box."""
    return ratio(a, b, union=area(hull(a, b)))

@kata.misconception(title="uses the absolute value of negative sides")
def uses_absolute_sides(a, b):
    """If the boxes are apart, your shared part has the size of the gap. Perhaps you use abs() where the length is 0."""
    return ratio(a, b, shared=abs(float(np.prod(sides(a, b)))))

@kata.misconception(title="reads a box as (x1, x2, y1, y2)")
def reads_both_x_first(a, b):
    """You read a box as (x1, x2, y1, y2). Here it is two corners, (x1, y1, x2, y2)."""
    return ratio(a[[0, 2, 1, 3]], b[[0, 2, 1, 3]])

@kata.misconception
def divides_by_the_first_area(a, b):
    """You divide by the area of the first box alone, so the score depends on the order. The denominator is
    the area that both boxes cover together."""
    return ratio(a, b, union=area(a))

@kata.misconception
def divides_by_the_second_area(a, b):
    """You divide by the area of the second box alone, so the score depends on the order. The denominator is
    the area that both boxes cover together."""
    return ratio(a, b, union=area(b))

@kata.misconception
def divides_by_the_larger_box(a, b):
    """You divide by the larger area. The part of the smaller box that lies outside the larger one belongs to the union
    too."""
    return ratio(a, b, union=max(area(a), area(b)))

@kata.misconception(title="replaces the score by whether it reaches 0.5")
def decides_right_or_wrong(a, b):
    """You replace the score by whether it reaches 0.5. Use the score itself."""
    return float(ratio(a, b) >= 0.5)

@kata.misconception
def divides_zero_by_zero(a, b):
    """Your code divides by the union of two boxes without area, which is 0. The statement says what they score."""
    shared = overlap(a, b)
    return shared / (area(a) + area(b) - shared)

@kata.misconception(title="returns NaN for 0/0")
def lets_zero_by_zero_be_nan(a, b):
    """For two boxes without area your score is NaN: in NumPy 0/0 is NaN, with only a warning. The statement says what
    they score."""
    shared = np.prod(np.maximum(sides(a, b), 0))
    return shared / (np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared)

@kata.misconception(title="treats boxes as disjoint only if both axes have a gap")
def tests_both_axes_for_a_gap(a, b):
    """You treat boxes as disjoint only if they are apart on both axes. A gap on one axis is enough."""
    return 0.0 if (sides(a, b) <= 0).all() else ratio(a, b, shared=float(np.prod(sides(a, b))))

@kata.misconception(title="scores equal boxes without area 1")
def calls_equal_points_a_match(a, b):
    """You score equal boxes 1 even if they have no area. The statement says that such boxes score 0."""
    return 1.0 if (a == b).all() else ratio(a, b)

for exponent in (6, 7, 8, 9, 10, 12, 16):
    declare(kata, f"adds_an_epsilon_of_1e_minus_{exponent}", f"""Your scores are too small, as if 1e-{exponent}
        were added to the denominator. It is not small for small boxes; only a union of 0 needs special treatment.""",
            lambda a, b, least=float(f"1e-{exponent}"): overlap(a, b) / (area(a) + area(b) - overlap(a, b) + least),
            f"adds 1e-{exponent} to the denominator")

for least in ("1", "1e-6", "1e-7", "1e-8", "1e-9"):
    declare(kata, f"divides_by_at_least_{least.replace('-', '_minus_')}", f"""If the union is smaller than {least}, you
        divide by {least} in its place. Small boxes have small unions; only a union of 0 needs special treatment.""",
            lambda a, b, least=float(least): ratio(a, b, union=max(area(a) + area(b) - overlap(a, b), least)),
            f"divides by at least {least}")

for least in ("1e-8", "1e-9"):
    declare(kata, f"takes_unions_below_{least.replace('-', '_minus_')}_for_0", f"""You score 0 if the union is small.
        Perhaps you compare it with {least} or call np.isclose: only a union of 0 needs special treatment.""",
            lambda a, b, least=float(least): ratio(a, b) if area(a) + area(b) - overlap(a, b) > least else 0.0,
            "takes a small union for 0")

@kata.misconception
def clips_boxes_at_zero(a, b):
    """You clip coordinates at 0, so boxes lose area. Coordinates may be negative."""
    return ratio(np.maximum(a, 0), np.maximum(b, 0))

@kata.misconception
def scores_1_for_a_box_inside_the_second(a, b):
    """You score 1 if the first box lies inside the second. The rest of the second box belongs to the union too."""
    return 1.0 if overlap(a, b) == area(a) > 0 else ratio(a, b)

@kata.misconception
def scores_1_for_a_box_inside_the_other(a, b):
    """You score 1 if either box lies inside the other. The rest of the larger box belongs to the union too."""
    return 1.0 if overlap(a, b) == min(area(a), area(b)) > 0 else ratio(a, b)

@kata.misconception
def scores_1_for_any_box_inside_the_second(a, b):
    """You score 1 if the first box lies inside the second, even if it has no area. The rest of the second box belongs
    to the union too."""
    return 1.0 if lies_inside(a, b) else ratio(a, b)

@kata.misconception
def scores_1_for_any_box_inside_the_other(a, b):
    """You score 1 if either box lies inside the other, even if it has no area. The rest of the larger box belongs to
    the union too."""
    return 1.0 if lies_inside(a, b) or lies_inside(b, a) else ratio(a, b)

for way, rounded in (("down", np.floor), ("to the nearest integers", np.round)):
    declare(kata, f"rounds_coordinates_{way.replace(' ', '_')}", f"""Your coordinates are rounded {way}. Here they are
        continuous lengths, not pixel numbers.""", lambda a, b, rounded=rounded: ratio(rounded(a), rounded(b)))

@kata.misconception(title="counts pixels in the areas, but not in the shared part")
def counts_pixels_in_the_areas_only(a, b):
    """You add 1 to the sides of both boxes, as if you counted pixels, but not to those of the shared part. Here
    coordinates are continuous lengths."""
    return pixel_ratio(a, b, in_overlap=0)

@kata.misconception(title="counts pixels in the shared part, but not in the areas")
def counts_pixels_in_the_overlap_only(a, b):
    """You add 1 to the sides of the shared part, as if you counted pixels, but not to those of the boxes. Here
    coordinates are continuous lengths."""
    return pixel_ratio(a, b, in_areas=0)

@kata.misconception(title="counts pixels, and forgets to clamp")
def counts_pixels_and_forgets_to_clamp(a, b):
    """You add 1 to every side, as if you counted pixels, and you multiply by negative sides if the boxes are apart.
    Here coordinates are continuous lengths, and a length cannot be negative."""
    return pixel_ratio(a, b, least=-np.inf)

@kata.misconception(title="truncates the coordinates, and counts pixels")
def truncates_the_coordinates_and_counts_pixels(a, b):
    """Your coordinates are truncated to integers, and you add 1 to every side, as if you counted pixels. Here they are
    continuous lengths."""
    return pixel_ratio(np.trunc(a), np.trunc(b))

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

@kata.misconception(convention="the overlap coefficient of Szymkiewicz and Simpson")
def divides_by_the_smaller_box(a, b):
    """You divide by the smaller area, so a box inside another scores 1. Here the denominator is the union."""
    return share_of_the_smaller(a, b)

@kata.misconception(convention="the Dice coefficient")
def computes_the_dice_coefficient(a, b):
    """You divide twice the shared area by the sum of both areas. Here the shared area counts once, and the
    denominator is the union."""
    return 2 * ratio(a, b, union=area(a) + area(b))

@kata.misconception(convention="the Jaccard distance", title="uses 1 − IoU")
def uses_the_distance(a, b):
    """You use 1 − IoU, which is 0 for equal boxes. Here equal boxes score 1, and boxes that are apart 0."""
    return 1 - ratio(a, b)

@kata.misconception(convention="generalized IoU (Rezatofighi et al. 2019)")
def subtracts_the_rest_of_the_hull(a, b):
    """You subtract the empty part of the enclosing box, as generalized IoU does. Here boxes that are apart score 0."""
    union, whole = area(a) + area(b) - overlap(a, b), area(hull(a, b))
    return ratio(a, b) - (whole - union) / whole if union else 0.0
