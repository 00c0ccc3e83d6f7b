def iou(a, b):
    ax1, ay1, ax2, ay2 = map(float, a)
    bx1, by1, bx2, by2 = map(float, b)
    left, right = max(ax1, bx1), min(ax2, bx2)
    low, high = max(ay1, by1), min(ay2, by2)
    if right <= left or high <= low:
        return 0.0
    shared = (right - left) * (high - low)
    covered = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared
    return shared / covered if covered > 0.0 else 0.0
