"""Send bytes that are not a reply."""

import os


def attack(folder, port):
    os.write(3, b"\xff" * 100)
    return True
