"""Adds 1e-6 to the denominator instead of a guard: far too low for small boxes, e.g. (0,0,1e-3,1e-3) with itself scores 0.5."""
import numpy as np


def iou(a, b, eps=1e-6):
    lt = np.maximum(a[:2], b[:2])
    rb = np.minimum(a[2:], b[2:])
    wh = np.clip(rb - lt, 0, None)
    inter = wh[0] * wh[1]
    area_a = (a[2] - a[0]) * (a[3] - a[1])
    area_b = (b[2] - b[0]) * (b[3] - b[1])
    return float(inter / (area_a + area_b - inter + eps))
