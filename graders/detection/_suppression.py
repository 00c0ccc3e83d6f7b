"""Strategies for boxes and scores, and a correct suppression with parts that wrong answers replace."""

import numpy as np

from gradkata import st
from ._boxes import ratio

THRESHOLDS = (0.5, 0.25, 0.75, 0.125, 0.375, -1 / 64, 1.5)


@st.composite
def crowd(draw, n):
    """Boxes on a small grid, most of which overlap another one: ``(n,4)``."""
    rows = []
    for _ in range(n):
        x, y = draw(st.integers(0, 5)), draw(st.integers(-2, 3))
        rows.append([x, y, x + draw(st.integers(1, 5)), y + draw(st.integers(1, 3))])
        again = draw(st.integers(0, 5))
        if again == 5:  # the same object, found twice
            rows[-1] = rows[0]
        elif again > 2 and len(rows) > 1:  # a chain: each overlaps the next, the ends do not meet
            left, top, right, bottom = rows[-2]
            rows[-1] = [left + 2, top, right + 2, bottom]
    return np.array(rows, float).reshape(n, 4)


@st.composite
def spread_scores(draw, n):
    """Distinct scores between multiples of 1/16, so that none equals a threshold: ``(n)``."""
    steps = draw(st.lists(st.integers(-6, 15), min_size=n, max_size=n, unique=True))
    return np.array([(2 * step + 1) / 32 for step in steps])


@st.composite
def threshold_off(draw, boxes):
    """A dyadic threshold that is not the IoU of any two of the boxes."""
    exact = {ratio(a, b) for i, a in enumerate(boxes) for b in boxes[:i]}
    return draw(st.sampled_from([t for t in THRESHOLDS if t not in exact] or [0.875]))


@st.composite
def pairs_at(draw, n, threshold):
    """Boxes in pairs whose IoU is exactly the threshold, in any order: ``(n,4)``."""
    rows = [[0, 4 * (i // 2), 8 * threshold if i % 2 else 8, 4 * (i // 2) + 2] for i in range(n)]
    return np.array(rows, float)[draw(st.permutations(range(n)))]


def order(scores, score_threshold):
    """The rows above the threshold in descending order of score, the lower index first among equal scores."""
    return [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > score_threshold]


def rising(scores, score_threshold):
    """The rows above the threshold in ascending order of score, the lower index first among equal scores."""
    return [int(i) for i in np.argsort(scores, kind="stable") if scores[i] > score_threshold]


def suppress(boxes, scores, score_threshold, iou_threshold, measure=ratio, rows=None):
    """The right suppression, or the one with another measure or another order: ``-> i8(k)``."""
    kept = []
    for i in order(scores, score_threshold) if rows is None else rows:
        if all(measure(boxes[j], boxes[i]) <= iou_threshold for j in kept):
            kept.append(i)
    return np.array(kept, int)
