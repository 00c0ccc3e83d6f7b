"""Never takes the best box out of what is left."""

import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    left, kept = list(range(len(boxes))), []
    while left:
        kept.append(int(np.argmax(scores)))
    return kept
