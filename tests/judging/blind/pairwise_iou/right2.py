import numpy as np


def pairwise_iou(a, b):
    A, B = a[:, None, :], b[None, :, :]
    side = np.minimum(A[..., 2:], B[..., 2:]) - np.maximum(A[..., :2], B[..., :2])
    inter = np.prod(np.maximum(side, 0.0), axis=-1)
    area_a = np.prod(a[:, 2:] - a[:, :2], axis=1)
    area_b = np.prod(b[:, 2:] - b[:, :2], axis=1)
    union = area_a[:, None] + area_b[None, :] - inter
    return np.divide(inter, union, out=np.zeros_like(union), where=union > 0)
