# wrong: with a negative threshold two boxes without area do not drop each other (0/0 is NaN)
import numpy as np

def nms(boxes, scores, score_threshold, iou_threshold):
    def score(p, q):
        w = max(0, min(p[2], q[2]) - max(p[0], q[0]))
        h = max(0, min(p[3], q[3]) - max(p[1], q[1]))
        area = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1])
        return w * h / (area - w * h)          # 0/0 is NaN, and NaN > t is False for every t
    rest = [i for i in np.lexsort((-scores,)) if scores[i] > score_threshold]
    kept = []
    while rest:
        kept.append(rest.pop(0))
        rest = [j for j in rest if not score(boxes[kept[-1]], boxes[j]) > iou_threshold]
    return np.array(kept, dtype=np.int64)
