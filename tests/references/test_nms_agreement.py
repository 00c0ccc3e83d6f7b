"""Non-maximum suppression against OpenCV and against its definition, word for word."""

from fractions import Fraction

import cv2
import numpy as np
import pytest
from builtin import solution
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.references.answers import every_answer
from tests.references.drawing import THRESHOLDS, detections, seeds

nms = solution("detection/nms").nms
nms_numpy = solution("detection/nms").nms_numpy

ANY_THRESHOLD = st.sampled_from([-0.5, *THRESHOLDS, 1.5])


def exact_iou(a, b):
    a, b = ([Fraction(corner) for corner in box.tolist()] for box in (a, b))
    width = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    height = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - width * height
    return width * height / union if union else Fraction(0)


def by_definition(boxes, scores, score_threshold, iou_threshold):
    """A box stays if its score exceeds the threshold and no better box that stays is too close."""
    ranking = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    stays = []
    for i in ranking:
        far = all(exact_iou(boxes[i], boxes[j]) <= Fraction(iou_threshold) for j in stays)
        if scores[i] > score_threshold and far:
            stays.append(i)
    return stays


def crowd(generator, n, objects, spread):
    """Boxes around a few objects, on a grid of quarters; scores with ties."""
    centres = generator.integers(0, spread, (objects, 2))[generator.integers(0, objects, n)]
    start = centres + generator.integers(-8, 9, (n, 2))
    boxes = np.hstack([start, start + generator.integers(0, 40, (n, 2))]) / 4.0
    return boxes, generator.integers(0, max(n // 2, 2), n) / 64.0


@every_answer("detection/nms")
@given(drawn=detections(), score_threshold=st.sampled_from([-1.0, 0.0, 0.5]), threshold=ANY_THRESHOLD)
def test_the_kept_boxes_are_those_of_the_definition(answer, drawn, score_threshold, threshold):
    kept = answer(*drawn, score_threshold, threshold)
    assert kept.dtype == np.int64
    assert kept.ndim == 1
    assert by_definition(*drawn, score_threshold, threshold) == kept.tolist()


@every_answer("detection/nms")
@given(
    drawn=detections(smallest=1),
    score_threshold=st.sampled_from([0.0, 0.25, 0.5]),
    threshold=st.sampled_from(THRESHOLDS),
)
def test_the_kept_boxes_are_those_of_opencv(answer, drawn, score_threshold, threshold):
    # As here, OpenCV drops a score equal to its threshold, keeps an IoU equal to its threshold and
    # breaks ties by index. It differs in what is not drawn: negative thresholds are refused, two
    # boxes without area overlap fully, and IoU is rounded to float32 (hence eighths and integers).
    boxes, scores = drawn
    as_xywh = np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]])
    expected = cv2.dnn.NMSBoxes(as_xywh, scores, score_threshold, threshold)
    assert list(expected) == answer(boxes, scores, score_threshold, threshold).tolist()


@settings(max_examples=30)
@given(
    generator=seeds(),
    n=st.integers(1, 400),
    objects=st.integers(1, 30),
    spread=st.sampled_from([1, 100, 4000]),
    threshold=ANY_THRESHOLD,
)
def test_the_grid_finds_every_overlap_of_a_crowd(generator, n, objects, spread, threshold):
    boxes, scores = crowd(generator, n, objects, spread)
    expected = nms_numpy(boxes, scores, 0.125, threshold)
    assert expected.tolist() == nms(boxes, scores, 0.125, threshold).tolist()


@settings(max_examples=30)
@given(generator=seeds(), threshold=st.sampled_from([0.0, 0.3, 0.5, 0.7]))
def test_decisions_are_those_of_numpy_to_the_last_bit(generator, threshold):
    start = generator.uniform(0.0, 10.0, (300, 2))
    boxes = np.hstack([start, start + generator.exponential(2.0, (300, 2))])
    boxes = np.vstack([boxes, boxes * (1.0 + 2.0**-52), boxes[:, [1, 0, 3, 2]]])
    scores = generator.uniform(size=len(boxes))
    expected = nms_numpy(boxes, scores, 0.1, threshold)
    assert expected.tolist() == nms(boxes, scores, 0.1, threshold).tolist()


@every_answer("detection/nms")
def test_no_boxes_give_an_empty_index_array(answer):
    kept = answer(np.zeros((0, 4)), np.zeros(0), 0.5, 0.5)
    assert kept.shape == (0,)
    assert kept.dtype == np.int64


@every_answer("detection/nms")
def test_points_on_one_spot_all_stay(answer):
    kept = answer(np.ones((40, 4)), np.full(40, 0.5), 0.0, 0.0)
    assert list(range(40)) == kept.tolist()


def test_one_huge_box_among_small_ones_changes_nothing():
    generator = np.random.default_rng(0)
    boxes, scores = crowd(generator, 500, 20, 1000)
    boxes[17] = [-1e6, -1e6, 1e6, 1e6]
    expected = nms_numpy(boxes, scores, 0.0, 0.5)
    assert expected.tolist() == nms(boxes, scores, 0.0, 0.5).tolist()


@pytest.mark.parametrize("value", [1e308, -1e308, np.inf, np.nan])
def test_corners_that_no_grid_can_hold_are_survived(value):
    boxes, scores = crowd(np.random.default_rng(1), 60, 3, 100)
    boxes[7, 0] = boxes[9, 1] = value
    boxes[11, 2] = 1e308
    kept = nms(boxes, scores, -1.0, 0.5).tolist()
    assert sorted(set(kept)) == sorted(kept)
    assert set(kept) <= set(range(60))
    assert max(range(60), key=lambda i: (scores[i], -i)) == kept[0]
