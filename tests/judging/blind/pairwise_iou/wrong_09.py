# MISTAKE: clips boxes to the picture (coordinates below 0 become 0), but coordinates may be negative here.
import numpy as np


def pairwise_iou(a, b):
    a = np.maximum(a, 0.0)
    b = np.maximum(b, 0.0)
    wh = np.minimum(a[:, None, 2:], b[:, 2:]) - np.maximum(a[:, None, :2], b[:, :2])
    wh[wh < 0] = 0
    inter = wh[:, :, 0] * wh[:, :, 1]
    union = ((a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1]))[:, None] + (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) - inter
    S = np.zeros(inter.shape)
    ok = union > 0
    S[ok] = inter[ok] / union[ok]
    return S
