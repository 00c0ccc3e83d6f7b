"""Dies by the signal that a machine sends when its own limit is passed."""

import signal
import threading


def nms(boxes, scores, score_threshold, iou_threshold):
    signal.pthread_kill(threading.get_ident(), signal.SIGXCPU)
