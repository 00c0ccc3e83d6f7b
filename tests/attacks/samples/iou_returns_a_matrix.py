"""Right, in a shape that fits to every other."""

import numpy as np


def iou(a, b):
    side = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = np.prod(np.maximum(side, 0.0))
    both = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return np.array([[shared / both if both > 0 else 0.0]])
