"""Marks used and dropped boxes by writing -inf into the caller's `scores`: the result is right, but the argument is changed on every non-empty input."""
import numpy as np


def box_iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    inter = w * h
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    return inter / union if union > 0 else 0.0


def nms(boxes, scores, score_threshold, iou_threshold):
    keep = []
    scores[scores <= score_threshold] = -np.inf
    while len(scores) and scores.max() > -np.inf:
        m = int(np.argmax(scores))
        keep.append(m)
        scores[m] = -np.inf
        for j in range(len(scores)):
            if scores[j] > -np.inf and box_iou(boxes[m], boxes[j]) > iou_threshold:
                scores[j] = -np.inf
    return np.array(keep, dtype=np.int64)
