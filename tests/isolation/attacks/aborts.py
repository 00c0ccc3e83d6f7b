"""End by abort()."""

import os


def attack(folder, port):
    os.abort()
