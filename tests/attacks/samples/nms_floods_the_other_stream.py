"""Writes errors without end, and a little to the output."""

import sys


def nms(boxes, scores, score_threshold, iou_threshold):
    sys.stderr = sys.stdout
    print("x" * 3_000_000, file=sys.stderr)
    raise SystemExit
