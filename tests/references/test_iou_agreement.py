"""IoU against code and definitions of others."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycocotools import mask
from scipy.spatial.distance import jaccard

from tests.references.answers import every_answer
from tests.references.drawing import float_boxes, grid_boxes, seeds


def close(expected):
    return pytest.approx(expected, rel=1e-13, abs=1e-15)


def pixels(box, side=16):
    y, x = np.mgrid[:side, :side]
    x1, y1, x2, y2 = box
    return (x1 <= x) & (x < x2) & (y1 <= y) & (y < y2)


def every_small_box():
    corners = [(low, high) for low in range(4) for high in range(low, 4)]
    return [np.array([x1, y1, x2, y2], float) for x1, x2 in corners for y1, y2 in corners]


@every_answer("detection/iou")
def test_iou_is_shared_pixels_over_covered_pixels_for_every_pair_of_small_boxes(answer):
    boxes = every_small_box()
    masks = [pixels(box, 4) for box in boxes]
    for a, mask_a in zip(boxes, masks, strict=True):
        for b, mask_b in zip(boxes, masks, strict=True):
            union = (mask_a | mask_b).sum()
            expected = (mask_a & mask_b).sum() / union if union else 0.0
            assert answer(a, b) == close(expected), (a, b)


@every_answer("detection/iou")
@given(boxes=grid_boxes(2))
def test_iou_is_one_minus_scipy_s_jaccard_distance_of_the_pixels(answer, boxes):
    # SciPy calls two empty sets alike (distance 0, IoU 1); here they score 0.
    a, b = (pixels(box).ravel() for box in boxes)
    if a.any() or b.any():
        assert answer(*boxes) == close(1.0 - jaccard(a, b))


@every_answer("detection/iou")
@given(generator=seeds())
def test_iou_is_that_of_pycocotools(answer, generator):
    # COCO's boxes are (x, y, width, height), its areas continuous as here; it divides by zero where
    # the union has no area, and float boxes always have one.
    a, b = float_boxes(generator, 2)
    b = a + (b - a) * generator.choice([0.01, 0.3])  # mostly overlapping
    b[2:] = np.maximum(b[2:], b[:2] + 0.01)
    as_xywh = [np.concatenate([box[:2], box[2:] - box[:2]])[None] for box in (a, b)]
    # rel 1e-9: adding the width to x again costs COCO a few digits
    assert answer(a, b) == pytest.approx(mask.iou(*as_xywh, [0])[0, 0], rel=1e-9, abs=1e-12)


@every_answer("detection/iou")
@given(generator=seeds(), offset=st.sampled_from([0.0, 1.0, 1e4]))
def test_iou_agrees_with_fifty_digits(answer, generator, offset):
    a, b = float_boxes(generator, 2) + offset
    b[:2] = a[:2] + generator.normal(size=2) * (a[2:] - a[:2])
    b[2:] = np.maximum(b[2:], b[:2])
    with mpmath.workdps(50):
        ax1, ay1, ax2, ay2, bx1, by1, bx2, by2 = map(mpmath.mpf, [*a.tolist(), *b.tolist()])
        shared = max(min(ax2, bx2) - max(ax1, bx1), 0) * max(min(ay2, by2) - max(ay1, by1), 0)
        union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared
        expected = float(shared / union)
    assert answer(a, b) == close(expected)


@every_answer("detection/iou")
@given(boxes=grid_boxes(2))
def test_the_fraction_is_that_of_exact_arithmetic(answer, boxes):
    a, b = ([Fraction(int(corner)) for corner in box] for box in boxes)
    shared = Fraction(1)
    for low, high in ((0, 2), (1, 3)):
        shared *= max(min(a[high], b[high]) - max(a[low], b[low]), 0)
    union = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b)) - shared
    assert answer(*boxes) == close(float(shared / union) if union else 0.0)


@every_answer("detection/iou")
def test_boxes_without_area_score_zero(answer):
    point, line, box = (np.array(v, float) for v in ([1, 1, 1, 1], [0, 1, 2, 1], [0, 0, 2, 2]))
    for a in (point, line):
        for b in (point, line, box):
            assert answer(a, b) == 0.0
            assert answer(b, a) == 0.0
