"""Both right, in one file."""

import numpy as np


def iou(a, b):
    shared = covered_a = covered_b = 1.0
    for axis in (0, 1):
        shared *= max(0.0, min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis]))
        covered_a *= a[axis + 2] - a[axis]
        covered_b *= b[axis + 2] - b[axis]
    union = covered_a + covered_b - shared
    return shared / union if union > 0 else 0.0


def overlap(box, others):
    width = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    height = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    shared = width.clip(0) * height.clip(0)
    area = (others[:, 2] - others[:, 0]) * (others[:, 3] - others[:, 1])
    union = (box[2] - box[0]) * (box[3] - box[1]) + area - shared
    return np.divide(shared, union, out=np.zeros_like(union), where=union > 0)


def nms(boxes, scores, score_threshold, iou_threshold):
    left = np.argsort(-scores, kind="stable")
    left = left[scores[left] > score_threshold]
    kept = []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(int(best))
        left = left[overlap(boxes[best], boxes[left]) <= iou_threshold]
    return kept
