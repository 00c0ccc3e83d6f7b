# MISTAKE: a proposal that lies wholly inside a labelled box is called a full match, 1 (coverage, not IoU).
import numpy as np


def pairwise_iou(a, b):
    S = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        area_a = (a[i, 2] - a[i, 0]) * (a[i, 3] - a[i, 1])
        for j in range(len(b)):
            area_b = (b[j, 2] - b[j, 0]) * (b[j, 3] - b[j, 1])
            w = min(a[i, 2], b[j, 2]) - max(a[i, 0], b[j, 0])
            h = min(a[i, 3], b[j, 3]) - max(a[i, 1], b[j, 1])
            if w <= 0 or h <= 0:
                continue
            inter = w * h
            if inter == area_a:
                S[i, j] = 1.0
            else:
                S[i, j] = inter / (area_a + area_b - inter)
    return S
