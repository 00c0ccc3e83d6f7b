"""Read from address 0."""

import ctypes


def attack(folder, port):
    ctypes.string_at(0)
