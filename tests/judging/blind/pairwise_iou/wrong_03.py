# MISTAKE: if n = m the table is taken to be symmetric (as for a against a): only one half is computed and mirrored.
import numpy as np


def iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    i = w * h
    u = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - i
    return i / u if u > 0 else 0.0


def pairwise_iou(a, b):
    n, m = len(a), len(b)
    S = np.zeros((n, m))
    if n == m:
        for i in range(n):
            for j in range(i, n):
                S[i, j] = S[j, i] = iou(a[i], b[j])
    else:
        for i in range(n):
            for j in range(m):
                S[i, j] = iou(a[i], b[j])
    return S
