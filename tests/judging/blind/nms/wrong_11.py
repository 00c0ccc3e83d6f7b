"""Removes from the list it loops over, so the box after each dropped one is not checked: wrong where two neighbours in score order are both to be dropped, e.g. three equal boxes with scores (0.9, 0.8, 0.7)."""
import numpy as np


def box_iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    inter = w * h
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    return inter / union if union > 0 else 0.0


def nms(boxes, scores, score_threshold, iou_threshold):
    remaining = [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > score_threshold]
    keep = []
    while remaining:
        best = remaining.pop(0)
        keep.append(best)
        for j in remaining:
            if box_iou(boxes[best], boxes[j]) > iou_threshold:
                remaining.remove(j)
    return np.array(keep, dtype=np.int64)
