"""Exact greedy suppression in time that grows with the number of boxes, not with its square.

Kept boxes are stored in a grid whose cells are larger than every box, so that a box is compared with
those of nine cells only. The decisions match NumPy's to the last bit: plain division, no fast-math.
"""

import numpy as np

from gradkata.jit import kernel


@kernel()
def _settle(falling, order, limit):
    """Sort runs of equal scores by index; return the number of boxes before ``limit``."""
    first = 0
    while first < len(order) and falling[order[first]] < limit:
        last = first + 1
        while last < len(order) and falling[order[last]] == falling[order[first]]:
            last += 1
        if last > first + 1:
            order[first:last].sort()
        first = last
    return first


@kernel()
def _cells(corners, order):
    """The cell of each box in a grid with an empty border, the row length and the number of cells.

    A cell is wider and higher than every box: boxes that overlap lie in neighbouring cells.
    """
    n = len(order)
    low, high, widest, odd = np.full(2, np.inf), np.full(2, -np.inf), np.zeros(2), 0.0
    for k in order:
        for axis in range(2):
            low[axis] = min(low[axis], corners[k, axis])
            high[axis] = max(high[axis], corners[k, axis])
            widest[axis] = max(widest[axis], corners[k, axis + 2] - corners[k, axis])
            odd += 0.0 * corners[k, axis]
    side = np.maximum(widest * 1.000001, (high - low) / np.sqrt(n))  # hence about n cells at most
    if odd != 0.0 or not np.isfinite(side).all():  # no grid is possible: one cell for all
        return np.full(n, 4), 3, 9
    side[side <= 0.0] = 1.0
    columns, rows = int((high[0] - low[0]) / side[0]) + 3, int((high[1] - low[1]) / side[1]) + 3
    cell = np.empty(n, np.int64)
    for i, k in enumerate(order):
        row, column = (corners[k, 1] - low[1]) / side[1], (corners[k, 0] - low[0]) / side[0]
        cell[i] = (int(row) + 1) * columns + int(column) + 1
    return cell, columns, rows * columns


@kernel()
def _is_suppressed(box, kept, start, stop, threshold):
    """Whether one of the columns ``start:stop`` of ``kept``, (5,n), overlaps ``box`` too much."""
    x1, y1, x2, y2, area = box
    while start < stop:
        found = False
        end = min(start + 16, stop)  # whole blocks vectorise, an exit in each step would prevent it
        for s in range(start, end):
            width = max(min(x2, kept[2, s]) - max(x1, kept[0, s]), 0.0)
            height = max(min(y2, kept[3, s]) - max(y1, kept[1, s]), 0.0)
            shared = width * height
            found |= shared / (area + kept[4, s] - shared) > threshold
        if found:
            return True
        start = end
    return False


@kernel()
def _box(corners, k):
    """Corners and area."""
    x1, y1, x2, y2 = corners[k, 0], corners[k, 1], corners[k, 2], corners[k, 3]
    return x1, y1, x2, y2, (x2 - x1) * (y2 - y1)


@kernel("i8(f8[:,::1], f8[::1], i8[::1], f8, f8)")
def keep(corners, falling, order, limit, threshold):
    """Move the kept boxes to the front of ``order``; return how many there are."""
    n = _settle(falling, order, limit)
    if threshold < 0.0 or n == 0:  # every IoU exceeds a negative threshold
        return min(n, 1)
    cell, columns, n_cells = _cells(corners, order[:n])
    start = np.zeros(n_cells + 1, np.int64)
    for c in cell:
        start[c + 1] += 1
    start = np.cumsum(start)
    stop = start.copy()
    kept = np.empty((5, n))
    n_kept = 0
    for i in range(n):
        box = _box(corners, order[i])
        suppressed = False
        for row in range(cell[i] - columns, cell[i] + columns + 1, columns):
            for q in range(row - 1, row + 2):
                if not suppressed and start[q] < stop[q]:
                    suppressed = _is_suppressed(box, kept, start[q], stop[q], threshold)
        if not suppressed:
            slot = stop[cell[i]]
            stop[cell[i]] += 1
            for field in range(5):
                kept[field, slot] = box[field]
            order[n_kept] = order[i]
            n_kept += 1
    return n_kept
