"""Keep memory in a file that no limit counts."""

import os


def attack(folder, port):
    return os.memfd_create("hidden") > 0
