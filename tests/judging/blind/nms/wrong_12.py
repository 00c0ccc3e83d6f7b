"""Loop runs `while len(order) > 1`, so a box that is the only one left in R is never kept: wrong for a single box, and in the example, which gives [0] instead of [0, 2]."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > score_threshold]
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    keep = []
    while len(order) > 1:
        top, rest = order[0], order[1:]
        keep.append(int(top))
        wh = np.minimum(boxes[top, 2:], boxes[rest, 2:]) - np.maximum(boxes[top, :2], boxes[rest, :2])
        wh[wh < 0] = 0
        inter = wh[:, 0] * wh[:, 1]
        union = area[top] + area[rest] - inter
        union[union == 0] = 1.0
        order = rest[inter / union <= iou_threshold]
    return np.array(keep, dtype=np.int64)
