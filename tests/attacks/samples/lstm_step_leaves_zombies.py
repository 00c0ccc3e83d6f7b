"""Starts processes that end at once, and never looks after them."""

import os


def lstm_step(a, c, x, W, b):
    for _ in range(5):
        if os.fork() == 0:
            os._exit(0)
    print("got through")
    os._exit(1)
