"""Announce a reply of 4 GiB; the nonce of the request is read from the worker's frame."""

import os
import struct
import sys


def attack(folder, port):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    os.write(3, struct.pack("<QI", frame.f_locals["nonce"], 0xFFFFFFFF))
    while True:
        os.write(3, b"x" * 100_000)
