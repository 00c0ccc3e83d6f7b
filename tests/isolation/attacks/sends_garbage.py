"""Send what is no reply."""

import os


def attack(folder, port):
    os.write(3, b"\xff" * 100)
    return True
