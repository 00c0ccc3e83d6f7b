"""Starts a thread."""

import os
from threading import Thread


def nms(boxes, scores, score_threshold, iou_threshold):
    thread = Thread(target=print, args=("got through",))
    thread.start()
    thread.join()
    os._exit(1)
