"""IoU of many pairs, about as fast as the processor can divide."""

from gradkata.jit import kernel


@kernel("void(Array(f8, 2, 'C', readonly=True), f8[:,::1], f8[:,::1])")
def fill(a, columns, out):
    """The IoU of each row of ``a``, (n,4), with each column of ``columns``, (5,m): corners and area.

    There is no branch, so that several quotients are computed at once. If no area is shared, the
    denominator may be 0; it is replaced, which costs less than a test.
    """
    x1, y1, x2, y2, areas = columns[0], columns[1], columns[2], columns[3], columns[4]
    for i in range(len(a)):
        left, top, right, bottom = a[i, 0], a[i, 1], a[i, 2], a[i, 3]
        area = (right - left) * (bottom - top)
        row = out[i]
        for j in range(len(row)):
            width = max(min(right, x2[j]) - max(left, x1[j]), 0.0)
            height = max(min(bottom, y2[j]) - max(top, y1[j]), 0.0)
            shared = width * height
            union = area + areas[j] - shared
            row[j] = shared / (union if shared > 0.0 else 1.0)
