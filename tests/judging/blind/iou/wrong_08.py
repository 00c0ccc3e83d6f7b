"""Early return 0 when no corner of either box lies in the other: wrong for boxes that cross, e.g. (0,1,3,2) and (1,0,2,3)."""


def corner_inside(p, q):
    return any(q[0] <= x <= q[2] and q[1] <= y <= q[3] for x in (p[0], p[2]) for y in (p[1], p[3]))


def iou(a, b):
    if not corner_inside(a, b) and not corner_inside(b, a):
        return 0.0
    iw = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    ih = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    inter = iw * ih
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter
    return float(inter / union) if union > 0 else 0.0
