"""Clamps the product, not each side: boxes apart in BOTH axes get (negative * negative) as shared area, e.g. (0,0,2,2) and (3,3,5,5)."""


def iou(a, b):
    dx = min(a[2], b[2]) - max(a[0], b[0])
    dy = min(a[3], b[3]) - max(a[1], b[1])
    inter = max(0.0, dx * dy)
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter
    if union == 0:
        return 0.0
    return float(inter / union)
