import numpy as np


def _iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    inter = w * h
    return inter / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter)


def nms(boxes, scores, score_threshold, iou_threshold):
    rows = boxes.tolist()
    ranked = sorted((i for i in range(len(rows)) if scores[i] > score_threshold), key=lambda i: (-scores[i], i))
    keep = []
    for i in ranked:
        if all(_iou(rows[i], rows[k]) <= iou_threshold for k in keep):
            keep.append(i)
    return np.array(keep, dtype=np.int64)
