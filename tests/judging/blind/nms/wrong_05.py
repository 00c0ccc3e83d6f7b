"""One-shot matrix version: a box is dropped by ANY better box, dropped ones included: wrong on chains A-B-C where A drops B, B overlaps C, A does not overlap C."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    idx = np.flatnonzero(scores > score_threshold)
    idx = idx[np.argsort(-scores[idx], kind="stable")]
    b = boxes[idx]
    lt = np.maximum(b[:, None, :2], b[None, :, :2])
    rb = np.minimum(b[:, None, 2:], b[None, :, 2:])
    wh = np.clip(rb - lt, 0, None)
    inter = wh[..., 0] * wh[..., 1]
    area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    union = area[:, None] + area[None, :] - inter
    iou = np.divide(inter, union, out=np.zeros(inter.shape), where=union > 0)
    suppressed = np.triu(iou > iou_threshold, k=1).any(axis=0)
    return idx[~suppressed]
