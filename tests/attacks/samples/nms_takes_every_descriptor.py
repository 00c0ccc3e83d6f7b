"""Opens more than a process may."""

import os

import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    taken = [os.dup(1) for _ in range(100)]
    print("got through")
    os.closerange(min(taken), max(taken) + 1)
    return np.zeros(0, int)
