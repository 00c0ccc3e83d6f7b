"""An array whose pickle evaluates an expression."""

import numpy as np


class Loaded(np.ndarray):
    def __reduce__(self):
        return eval, ("open('@folder@/witness', 'w').close()",)


def nms(boxes, scores, score_threshold, iou_threshold):
    return np.zeros(0, int).view(Loaded)
