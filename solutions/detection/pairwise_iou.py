"""Intersection over union of every box of one set with every box of another.

Source: Jaccard, "The distribution of the flora in the alpine zone" (New Phytologist, 1912), as the
overlap criterion of Everingham et al., "The PASCAL Visual Object Classes (VOC) Challenge" (IJCV, 2010),
section 4.2; here areas are continuous, and not counts of pixels with both ends included.
"""

import numpy as np

from . import _pairs


def pairwise_iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Shared area over the area of the union, 0.0 where nothing is shared.

    Shapes: ``(n,4),(m,4)->(n,m)``, boxes ``(x1, y1, x2, y2)`` with x1 <= x2 and y1 <= y2.

    Raises:
        ValueError: if a box is not four numbers.

    """
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != 4 or b.shape[1] != 4:
        raise ValueError(f"pairwise_iou: {a.shape} and {b.shape} are not (n,4) and (m,4)")
    columns = np.empty((5, len(b)))
    columns[:4] = b.T
    np.multiply(columns[2] - columns[0], columns[3] - columns[1], out=columns[4])
    out = np.empty((len(a), len(b)))
    _pairs.fill(np.ascontiguousarray(a, dtype=np.float64), columns, out)
    return out


def pairwise_iou_numpy(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Give `a` and `b` an axis of their own: broadcasting then forms all pairs without a loop."""
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0.0), axis=2)
    area_a = np.prod(a[:, 2:] - a[:, :2], axis=1)
    area_b = np.prod(b[:, 2:] - b[:, :2], axis=1)
    union = area_a[:, None] + area_b[None, :] - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0.0)


def pairwise_iou_loop(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, one pair after the other."""
    scores = np.zeros((len(a), len(b)))
    for i, (ax1, ay1, ax2, ay2) in enumerate(a.tolist()):
        for j, (bx1, by1, bx2, by2) in enumerate(b.tolist()):
            width, height = min(ax2, bx2) - max(ax1, bx1), min(ay2, by2) - max(ay1, by1)
            if width > 0.0 and height > 0.0:
                covered = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - width * height
                scores[i, j] = width * height / covered
    return scores


def pairwise_iou_by_rows(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, one box against all others, coordinate by coordinate."""
    x1, y1, x2, y2 = b.T
    rows = []
    for left, top, right, bottom in a:
        width = np.clip(np.minimum(x2, right) - np.maximum(x1, left), 0.0, None)
        height = np.clip(np.minimum(y2, bottom) - np.maximum(y1, top), 0.0, None)
        both = (right - left) * (bottom - top) + (x2 - x1) * (y2 - y1)
        rows.append(width * height / np.where(both > 0.0, both - width * height, 1.0))
    return np.array(rows)


def pairwise_iou_from_dice(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same from Dice's coefficients D = 2 |A and B| / (|A| + |B|), as D / (2 - D)."""
    pairs = np.stack(np.broadcast_arrays(a[:, None], b[None]))
    sides = pairs[..., 2:].min(axis=0) - pairs[..., :2].max(axis=0)
    both = (pairs[..., 2:] - pairs[..., :2]).prod(axis=3).sum(axis=0)
    dice = 2.0 * (sides * (sides > 0.0)).prod(axis=2) / np.where(both > 0.0, both, 1.0)
    return dice / (2.0 - dice)
