"""The folders that may be read must not be writable by any flag of open()."""

import os

import numpy


def attack(folder, port):
    folder = os.path.dirname(numpy.__file__)
    os.close(os.open(f"{folder}/a_file_of_the_attack", os.O_WRONLY | os.O_CREAT))
    os.unlink(f"{folder}/a_file_of_the_attack")
    return True
