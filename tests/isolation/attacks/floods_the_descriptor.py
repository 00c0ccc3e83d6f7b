"""Write without end, past Python's streams."""

import os


def attack(folder, port):
    for _ in range(3000):
        os.write(1, b"x" * 1000)
    return True
