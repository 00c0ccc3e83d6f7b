# MISTAKE: no guard for an empty union: two boxes without area give 0/0 = NaN.
import numpy as np


def pairwise_iou(a, b):
    w = np.minimum.outer(a[:, 2], b[:, 2]) - np.maximum.outer(a[:, 0], b[:, 0])
    h = np.minimum.outer(a[:, 3], b[:, 3]) - np.maximum.outer(a[:, 1], b[:, 1])
    inter = w.clip(min=0) * h.clip(min=0)
    sa = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    sb = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    return inter / (np.add.outer(sa, sb) - inter)
