"""Send a reply one byte at a time, so that the grader waits forever."""

import os
import struct
import sys
import time


def attack(folder, port):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    os.write(3, struct.pack("<QI", frame.f_locals["nonce"], 1_000_000))
    while True:
        os.write(3, b"R")
        time.sleep(0.01)
