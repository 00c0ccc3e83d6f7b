"""Opens a connection."""

import os
import socket


def nms(boxes, scores, score_threshold, iou_threshold):
    socket.create_connection(("127.0.0.1", int("@port@")), 1).close()
    os._exit(1)
