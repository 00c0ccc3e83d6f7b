"""Calculates in float32 and says float64."""

import numpy as np


def iou(a, b):
    a, b = a.astype(np.float32), b.astype(np.float32)
    side = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = np.prod(np.maximum(side, 0))
    both = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return float(shared / both) if both > 0 else 0.0
