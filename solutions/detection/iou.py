"""Intersection over union of two boxes: the Jaccard index of their areas.

Source: Jaccard, "The distribution of the flora in the alpine zone" (New Phytologist, 1912), as the
overlap criterion of Everingham et al., "The PASCAL Visual Object Classes (VOC) Challenge" (IJCV, 2010),
section 4.2; here areas are continuous, and not counts of pixels with both ends included.
"""

import numpy as np


def iou(a: np.ndarray, b: np.ndarray) -> float:
    """Shared area over the area of the union; 0.0 if the union has no area.

    Shapes: ``(4),(4)->()``, boxes ``(x1, y1, x2, y2)`` with x1 <= x2 and y1 <= y2.
    """
    ax1, ay1, ax2, ay2 = a.tolist()
    bx1, by1, bx2, by2 = b.tolist()
    width = min(ax2, bx2) - max(ax1, bx1)
    height = min(ay2, by2) - max(ay1, by1)
    if width <= 0.0 or height <= 0.0:
        return 0.0
    shared = width * height
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared
    return shared / union if union > 0.0 else 0.0  # areas can underflow to 0


def iou_numpy(a: np.ndarray, b: np.ndarray) -> float:
    """Clamp both sides at 0 before multiplying: two negative sides would make an area."""
    top_left = np.maximum(a[:2], b[:2])
    bottom_right = np.minimum(a[2:], b[2:])
    shared = np.prod(np.maximum(bottom_right - top_left, 0.0))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    if union == 0.0:
        return 0.0
    return float(shared / union)


def iou_loop(a: np.ndarray, b: np.ndarray) -> float:
    """The same, one axis after the other: an area is a product of lengths."""
    shared = area_a = area_b = 1.0
    for low, high in ((0, 2), (1, 3)):
        area_a *= float(a[high] - a[low])
        area_b *= float(b[high] - b[low])
        shared *= max(float(min(a[high], b[high]) - max(a[low], b[low])), 0.0)
    union = area_a + area_b - shared
    return shared / union if union else 0.0


def iou_from_dice(a: np.ndarray, b: np.ndarray) -> float:
    """The same from Dice's coefficient D = 2 |A and B| / (|A| + |B|), as D / (2 - D)."""
    corners = np.sort(np.stack([a, b]), axis=0)
    width, height = np.clip(corners[0, 2:] - corners[1, :2], 0.0, None)
    total = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    if total <= 0.0:
        return 0.0
    dice = 2.0 * width * height / total
    return float(dice / (2.0 - dice))


def iou_exact(a: np.ndarray, b: np.ndarray) -> float:
    """The same in exact fractions, rounded once at the end."""
    from fractions import Fraction

    ax1, ay1, ax2, ay2 = map(Fraction, a.tolist())
    bx1, by1, bx2, by2 = map(Fraction, b.tolist())
    if ax1 >= bx2 or bx1 >= ax2 or ay1 >= by2 or by1 >= ay2:
        return 0.0
    shared = (min(ax2, bx2) - max(ax1, bx1)) * (min(ay2, by2) - max(ay1, by1))
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared
    return float(shared / union) if union else 0.0  # a flat box can cross another flat one
