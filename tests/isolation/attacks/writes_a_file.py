"""Overwrite a file of the user's."""

import os


def attack(folder, port):
    descriptor = os.open(f"{folder}/canary", os.O_WRONLY | os.O_TRUNC)
    os.write(descriptor, b"touched")
    return True
