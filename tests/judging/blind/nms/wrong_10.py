"""Skips boxes that do not overlap, as if they could never be dropped: wrong for a negative iou_threshold, where IoU 0 exceeds it, e.g. the example with threshold -0.1 gives [0, 2] instead of [0]."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    order = sorted(range(len(boxes)), key=lambda i: (-scores[i], i))
    order = [i for i in order if scores[i] > score_threshold]
    removed = set()
    keep = []
    for pos, i in enumerate(order):
        if i in removed:
            continue
        keep.append(i)
        ax1, ay1, ax2, ay2 = boxes[i]
        for j in order[pos + 1:]:
            bx1, by1, bx2, by2 = boxes[j]
            iw = min(ax2, bx2) - max(ax1, bx1)
            ih = min(ay2, by2) - max(ay1, by1)
            if iw <= 0 or ih <= 0:
                continue  # no overlap, nothing to suppress
            inter = iw * ih
            union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
            if inter / union > iou_threshold:
                removed.add(j)
    return np.array(keep, dtype=np.int64)
