"""Greedy non-maximum suppression: of boxes on the same object, keep the best.

Source: Girshick et al., "Rich feature hierarchies for accurate object detection and semantic segmentation"
(CVPR, 2014), section 2.2; before it Felzenszwalb, Girshick, McAllester & Ramanan, "Object detection with
discriminatively trained part-based models" (PAMI, 2010), in the part on non-maximum suppression.
"""

import numpy as np

from . import _grid


def nms(boxes: np.ndarray, scores: np.ndarray, score_threshold: float, iou_threshold: float) -> np.ndarray:
    """Indices of the kept boxes in descending order of score, the lower index first among equal scores.

    Shapes: ``(n,4),(n),(),()->(k)``, int64. A score has to exceed ``score_threshold``; a box is
    dropped if its IoU with a better kept box exceeds ``iou_threshold``.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    falling = -np.asarray(scores, dtype=np.float64)
    corners = np.array(boxes, dtype=np.float64, order="C")
    if corners.shape != (*falling.shape, 4):
        raise ValueError(f"nms: boxes {boxes.shape} and scores {scores.shape} do not fit: (n,4),(n)")
    order = np.argsort(falling)  # six times faster than a stable sort; the kernel fixes the ties
    kept = _grid.keep(corners, falling, order, -float(score_threshold), float(iou_threshold))
    return order[:kept]


def nms_numpy(
    boxes: np.ndarray, scores: np.ndarray, score_threshold: float, iou_threshold: float
) -> np.ndarray:
    """Sort once, stably, so that equal scores keep their order; compare a kept box with all others at once."""
    x1, y1, x2, y2 = boxes.T
    areas = (x2 - x1) * (y2 - y1)
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > score_threshold]
    kept = []
    while len(order) > 0:
        best, rest = order[0], order[1:]
        kept.append(best)
        width = np.minimum(x2[best], x2[rest]) - np.maximum(x1[best], x1[rest])
        height = np.minimum(y2[best], y2[rest]) - np.maximum(y1[best], y1[rest])
        shared = np.maximum(width, 0.0) * np.maximum(height, 0.0)
        union = areas[best] + areas[rest] - shared
        iou = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0.0)
        order = rest[iou <= iou_threshold]
    return np.array(kept, dtype=np.int64)


def nms_loop(
    boxes: np.ndarray, scores: np.ndarray, score_threshold: float, iou_threshold: float
) -> np.ndarray:
    """The same, step by step: take the best remaining box, drop every box that overlaps it."""
    remaining = [i for i, score in enumerate(scores.tolist()) if score > score_threshold]
    kept = []
    while remaining:
        best = max(remaining, key=lambda i: (scores[i], -i))
        kept.append(best)
        remaining = [i for i in remaining if i != best and not _iou(boxes[best], boxes[i]) > iou_threshold]
    return np.array(kept, dtype=np.int64)


def nms_matrix(
    boxes: np.ndarray, scores: np.ndarray, score_threshold: float, iou_threshold: float
) -> np.ndarray:
    """The same, with every pair's IoU computed first."""
    order = np.lexsort((np.arange(len(scores)), -scores))
    order = order[scores[order] > score_threshold]
    too_close = _pairwise_iou(boxes[order]) > iou_threshold
    stays = np.ones(len(order), dtype=bool)
    for i in range(len(order)):
        if stays[i]:
            stays[i + 1 :] &= ~too_close[i, i + 1 :]
    return order[stays]


def nms_fixed_point(
    boxes: np.ndarray, scores: np.ndarray, score_threshold: float, iou_threshold: float
) -> np.ndarray:
    """The same, as the only set that keeps exactly the boxes that no better kept box overlaps."""
    order = np.array(sorted(range(len(scores)), key=lambda i: -scores[i]), dtype=np.int64)
    order = order[scores[order] > score_threshold]
    suppresses = np.triu(_pairwise_iou(boxes[order]) > iou_threshold, k=1)
    stays = np.ones(len(order), dtype=bool)
    before = ~stays
    while (before != stays).any():  # each round settles at least one more box, best first
        before, stays = stays, ~suppresses[stays].any(axis=0)
    return order[stays]


def _iou(a: np.ndarray, b: np.ndarray) -> float:
    return float(_pairwise_iou(np.stack([a, b]))[0, 1])


def _pairwise_iou(boxes: np.ndarray) -> np.ndarray:
    """IoU of every pair; shapes: ``(n,4)->(n,n)``."""
    low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    shared = np.clip(high - low, 0.0, None).prod(axis=-1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=-1)
    union = areas[:, None] + areas[None, :] - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0.0)
