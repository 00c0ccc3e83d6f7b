"""A right answer, one axis after the other."""


def iou(a, b):
    shared = covered_a = covered_b = 1.0
    for axis in (0, 1):
        shared *= max(0.0, min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis]))
        covered_a *= a[axis + 2] - a[axis]
        covered_b *= b[axis + 2] - b[axis]
    union = covered_a + covered_b - shared
    return shared / union if union > 0 else 0.0
