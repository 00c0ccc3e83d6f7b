"""Opening for reading with O_TRUNC empties a file: NumPy's own, say."""

import os


def attack(folder, port):
    os.open(f"{folder}/canary", os.O_RDONLY | os.O_TRUNC)
    return True
