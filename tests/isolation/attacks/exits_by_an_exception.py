"""End the interpreter."""

import sys


def attack(folder, port):
    sys.exit(0)
