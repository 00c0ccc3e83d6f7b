"""Keeps a box whose score is exactly at score_threshold (>= instead of >): wrong where a score equals the threshold, e.g. scores (0.9, 0.5) with threshold 0.5."""
import numpy as np


def box_iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    inter = w * h
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    return inter / union if union > 0 else 0.0


def nms(boxes, scores, score_threshold, iou_threshold):
    candidates = [i for i in range(len(scores)) if scores[i] >= score_threshold]
    candidates.sort(key=lambda i: -scores[i])
    keep = []
    while candidates:
        best = candidates.pop(0)
        keep.append(best)
        candidates = [j for j in candidates if box_iou(boxes[best], boxes[j]) <= iou_threshold]
    return np.array(keep, dtype=np.int64)
