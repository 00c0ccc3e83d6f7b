"""Pixel convention, +1 on every side length: wrong on nearly all overlapping or touching boxes, e.g. the first example."""


def box_area(x1, y1, x2, y2):
    return max(0.0, x2 - x1 + 1) * max(0.0, y2 - y1 + 1)


def iou(a, b):
    inter = box_area(max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
    union = box_area(*a) + box_area(*b) - inter
    return float(inter / union) if union > 0 else 0.0
