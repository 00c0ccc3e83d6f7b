"""Leaves a process behind."""

import os
import time


def nms(boxes, scores, score_threshold, iou_threshold):
    if os.fork() == 0:
        os.setsid()
        os.closerange(0, 64)
        time.sleep(30)
        os._exit(0)
    print("got through")
    os._exit(1)
