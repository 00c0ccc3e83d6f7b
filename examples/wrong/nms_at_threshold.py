"""Drops at the threshold, as many courses do."""

import numpy as np


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def iou(a, b):
    shared = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = area(a) + area(b) - shared
    return shared / union if union else 0.0


def nms(boxes, scores, score_threshold, iou_threshold):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if scores[i] > score_threshold and all(iou(boxes[i], boxes[j]) < iou_threshold for j in kept):
            kept.append(int(i))
    return np.array(kept, dtype=int)
