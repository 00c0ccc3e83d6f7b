# MISTAKE: equal boxes are given 1 without looking, also if they have no area (should be 0).
import numpy as np


def pairwise_iou(a, b):
    S = np.zeros((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            if np.array_equal(a[i], b[j]):
                S[i, j] = 1.0
                continue
            w = max(0.0, min(a[i, 2], b[j, 2]) - max(a[i, 0], b[j, 0]))
            h = max(0.0, min(a[i, 3], b[j, 3]) - max(a[i, 1], b[j, 1]))
            if w * h > 0:
                sa = (a[i, 2] - a[i, 0]) * (a[i, 3] - a[i, 1])
                sb = (b[j, 2] - b[j, 0]) * (b[j, 3] - b[j, 1])
                S[i, j] = w * h / (sa + sb - w * h)
    return S
