# MISTAKE: takes the coordinates for pixel numbers and cuts them to int.
import numpy as np


def pairwise_iou(a, b):
    a, b = a.astype(int), b.astype(int)
    S = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            w = min(a[i][2], b[j][2]) - max(a[i][0], b[j][0])
            h = min(a[i][3], b[j][3]) - max(a[i][1], b[j][1])
            inter = max(0, w) * max(0, h)
            union = np.prod(a[i][2:] - a[i][:2]) + np.prod(b[j][2:] - b[j][:2]) - inter
            S[i, j] = inter / union if union else 0.0
    return S
