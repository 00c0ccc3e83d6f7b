"""Right up to rounding, and never the same: only asking twice can tell."""

import random

import numpy as np


def iou(a, b):
    side = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = np.prod(np.maximum(side, 0.0))
    both = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return float(shared / both) + random.random() * 1e-12 if both > 0 else 0.0
