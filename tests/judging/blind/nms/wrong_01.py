"""Drops at the IoU threshold too (keeps only iou < t): wrong where an IoU equals iou_threshold, e.g. IoU 0.5 with threshold 0.5, or disjoint boxes with threshold 0."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    x1, y1, x2, y2 = boxes.T
    area = (x2 - x1) * (y2 - y1)
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > score_threshold]
    keep = []
    while order.size > 0:
        i = order[0]
        rest = order[1:]
        keep.append(i)
        w = np.maximum(0.0, np.minimum(x2[i], x2[rest]) - np.maximum(x1[i], x1[rest]))
        h = np.maximum(0.0, np.minimum(y2[i], y2[rest]) - np.maximum(y1[i], y1[rest]))
        inter = w * h
        union = area[i] + area[rest] - inter
        ovr = np.where(union > 0, inter / np.where(union > 0, union, 1.0), 0.0)
        order = rest[ovr < iou_threshold]
    return np.array(keep, dtype=np.int64)
