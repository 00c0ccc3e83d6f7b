# MISTAKE: turns corners into width and height in place: both arguments are changed (and twice if b is a).
import numpy as np


def pairwise_iou(a, b):
    for boxes in (a, b):
        boxes[:, 2] -= boxes[:, 0]
        boxes[:, 3] -= boxes[:, 1]
    S = np.zeros((len(a), len(b)))
    for i, (ax, ay, aw, ah) in enumerate(a):
        for j, (bx, by, bw, bh) in enumerate(b):
            w = min(ax + aw, bx + bw) - max(ax, bx)
            h = min(ay + ah, by + bh) - max(ay, by)
            if w > 0 and h > 0:
                S[i, j] = w * h / (aw * ah + bw * bh - w * h)
    return S
