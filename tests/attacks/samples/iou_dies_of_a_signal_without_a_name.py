"""Dies of a real-time signal, which has a number alone."""

import signal
import threading


def iou(a, b):
    signal.pthread_kill(threading.get_ident(), 40)
