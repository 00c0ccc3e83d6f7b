"""Sorts by argsort()[::-1], so among equal scores the HIGHER index comes first: wrong on ties, e.g. two equal boxes with equal scores give [1] instead of [0]."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    x1, y1, x2, y2 = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    areas = (x2 - x1) * (y2 - y1)
    order = np.argsort(scores, kind="stable")[::-1]
    order = order[scores[order] > score_threshold]
    keep = []
    while order.size > 0:
        i, order = order[0], order[1:]
        keep.append(i)
        w = np.clip(np.minimum(x2[i], x2[order]) - np.maximum(x1[i], x1[order]), 0, None)
        h = np.clip(np.minimum(y2[i], y2[order]) - np.maximum(y1[i], y1[order]), 0, None)
        inter = w * h
        union = areas[i] + areas[order] - inter
        iou = np.divide(inter, union, out=np.zeros_like(inter, dtype=float), where=union > 0)
        order = order[~(iou > iou_threshold)]
    return np.array(keep, dtype=np.int64)
