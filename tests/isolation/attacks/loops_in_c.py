"""Never return, in a loop in which Python does not check for signals."""

from itertools import repeat


def attack(folder, port):
    return sum(repeat(1))
