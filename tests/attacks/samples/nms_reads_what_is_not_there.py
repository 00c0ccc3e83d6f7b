"""A segmentation fault."""

import ctypes


def nms(boxes, scores, score_threshold, iou_threshold):
    return ctypes.c_int.from_address(8).value
