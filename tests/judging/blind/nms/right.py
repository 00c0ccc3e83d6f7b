import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    order = np.argsort(-scores, kind="stable")
    order = order[scores[order] > score_threshold]
    keep = []
    while order.size:
        m, order = order[0], order[1:]
        keep.append(m)
        wh = np.minimum(boxes[order, 2:], boxes[m, 2:]) - np.maximum(boxes[order, :2], boxes[m, :2])
        inter = np.prod(np.maximum(wh, 0.0), axis=1)
        union = areas[order] + areas[m] - inter
        iou = np.divide(inter, union, out=np.zeros(len(order)), where=union > 0)
        order = order[iou <= iou_threshold]
    return np.array(keep, dtype=np.int64)
