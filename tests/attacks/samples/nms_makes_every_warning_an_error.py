"""Leaves NumPy and `warnings` so that the next answer fails."""

import warnings

import numpy as np

np.seterr(all="raise")
warnings.simplefilter("error")
np.maximum = np.minimum = np.isfinite = np.abs = None


def nms(boxes, scores, score_threshold, iou_threshold):
    return np.zeros(0, int)
