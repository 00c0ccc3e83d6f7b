"""A regular expression that tries everything."""

import re


def nms(boxes, scores, score_threshold, iou_threshold):
    return re.match(r"(a|a?)+$", "a" * 40 + "b")
