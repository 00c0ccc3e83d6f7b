"""Shortcut for identical boxes returns 1 even if they have no area: wrong on a box without area against itself, e.g. (1,1,1,4)."""
import numpy as np


def iou(a, b):
    if np.array_equal(a, b):
        return 1.0  # perfect match
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    inter = w * h
    total = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return float(inter / (total - inter))
