import numpy as np


def iou(a, b):
    wh = np.maximum(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0.0)
    inter = wh[0] * wh[1]
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - inter
    if union == 0.0:
        return 0.0
    return float(inter / union)
