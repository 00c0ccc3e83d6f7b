import numpy as np


def pairwise_iou(a, b):
    S = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        ax1, ay1, ax2, ay2 = a[i]
        for j in range(len(b)):
            bx1, by1, bx2, by2 = b[j]
            w = min(ax2, bx2) - max(ax1, bx1)
            h = min(ay2, by2) - max(ay1, by1)
            if w <= 0 or h <= 0:
                continue            # apart, touching, or without area: stays 0
            inter = w * h
            union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
            S[i, j] = inter / union
    return S
