"""Union is the plain sum of the areas, the shared area is not subtracted: wrong on all overlapping boxes, equal ones score 0.5."""
import numpy as np


def iou(a, b):
    top_left = np.maximum(a[:2], b[:2])
    bottom_right = np.minimum(a[2:], b[2:])
    intersection = np.prod(np.clip(bottom_right - top_left, 0, None))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])
    if union == 0:
        return 0.0
    return float(intersection / union)
