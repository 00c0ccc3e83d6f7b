"""Print without end."""

import sys


def attack(folder, port):
    for _ in range(3000):
        sys.stdout.write("x" * 1000)
    return True
