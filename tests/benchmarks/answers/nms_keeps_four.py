"""A wrong answer that few small inputs show: it never keeps more than four boxes."""

import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if scores[i] > score_threshold and all(_iou(boxes[i], boxes[j]) <= iou_threshold for j in kept):
            kept.append(int(i))
    return np.array(kept[:4], dtype=np.int64)


def _iou(a, b):
    shared = np.prod(np.maximum(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0.0))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return shared / union if union > 0.0 else 0.0
