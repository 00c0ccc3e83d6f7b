"""Casts to float32: wrong where the coordinates are large against the box, e.g. x around 2e7 with sides of 1 to 3."""
import numpy as np


def iou(a, b):
    a = np.asarray(a, dtype=np.float32)
    b = np.asarray(b, dtype=np.float32)
    wh = np.maximum(0, np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]))
    inter = wh.prod()
    union = (a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - inter
    if union == 0:
        return 0.0
    return float(inter / union)
