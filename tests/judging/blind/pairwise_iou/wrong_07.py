# MISTAKE: swaps the arguments so that the longer one is vectorised, and forgets to swap the table back: (m, n) if n > m.
import numpy as np


def pairwise_iou(a, b):
    if len(a) > len(b):
        a, b = b, a
    rows = []
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    for x1, y1, x2, y2 in a:
        w = np.maximum(np.minimum(x2, b[:, 2]) - np.maximum(x1, b[:, 0]), 0)
        h = np.maximum(np.minimum(y2, b[:, 3]) - np.maximum(y1, b[:, 1]), 0)
        inter = w * h
        union = (x2 - x1) * (y2 - y1) + area_b - inter
        rows.append(np.where(inter > 0, inter / np.where(union > 0, union, 1.0), 0.0))
    return np.array(rows)
