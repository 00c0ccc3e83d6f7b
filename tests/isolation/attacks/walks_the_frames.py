"""Look for the answer key in the frames of the callers."""

import sys


def attack(folder, port):
    frame = sys._getframe()
    while frame is not None:
        if "answer_key" in frame.f_locals:
            return True
        frame = frame.f_back
    return False
