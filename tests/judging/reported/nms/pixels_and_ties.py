import numpy as np

def nms(boxes, scores, score_threshold, iou_threshold):
    rows = np.flatnonzero(scores > score_threshold)
    b, s = boxes[rows], scores[rows]
    area = (b[:, 2] - b[:, 0] + 1) * (b[:, 3] - b[:, 1] + 1)
    todo = s.argsort(kind="stable")[::-1]          # equal scores: the last comes first
    kept = []
    while todo.size:
        i, rest = todo[0], todo[1:]
        kept.append(rows[i])
        w = np.maximum(0, np.minimum(b[i, 2], b[rest, 2]) - np.maximum(b[i, 0], b[rest, 0]) + 1)
        h = np.maximum(0, np.minimum(b[i, 3], b[rest, 3]) - np.maximum(b[i, 1], b[rest, 1]) + 1)
        todo = rest[w * h / (area[i] + area[rest] - w * h) <= iou_threshold]
    return np.array(kept, dtype=np.int64)
