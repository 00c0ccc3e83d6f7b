# MISTAKE: only thinks of boxes apart in both directions; apart in one only, the score gets negative.
import numpy as np


def pairwise_iou(a, b):
    S = np.zeros((len(a), len(b)))
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            w = min(p[2], q[2]) - max(p[0], q[0])
            h = min(p[3], q[3]) - max(p[1], q[1])
            if w < 0 and h < 0:
                continue
            inter = w * h
            union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
            if union > 0:
                S[i, j] = inter / union
    return S
