"""Returns the kept rows in index order, not by falling score: wrong where a later row has the higher score, e.g. two disjoint boxes with scores (0.6, 0.9)."""
import numpy as np


def box_iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    inter = w * h
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    return inter / union if union > 0 else 0.0


def nms(boxes, scores, score_threshold, iou_threshold):
    n = len(boxes)
    alive = scores > score_threshold
    order = np.argsort(-scores, kind="stable")
    for pos in range(n):
        i = order[pos]
        if not alive[i]:
            continue
        for j in order[pos + 1:]:
            if alive[j] and box_iou(boxes[i], boxes[j]) > iou_threshold:
                alive[j] = False
    return np.where(alive)[0]
