"""The clamp at 0 is put on the corner of the intersection, as if no coordinate were negative: wrong where the shared area reaches below 0, e.g. (-2,-2,2,2) with itself."""


def iou(a, b):
    xi1 = max(0.0, a[0], b[0])
    yi1 = max(0.0, a[1], b[1])
    xi2 = min(a[2], b[2])
    yi2 = min(a[3], b[3])
    if xi1 >= xi2 or yi1 >= yi2:
        return 0.0
    inter = (xi2 - xi1) * (yi2 - yi1)
    a_area = (a[2] - a[0]) * (a[3] - a[1])
    b_area = (b[2] - b[0]) * (b[3] - b[1])
    return float(inter / (a_area + b_area - inter))
