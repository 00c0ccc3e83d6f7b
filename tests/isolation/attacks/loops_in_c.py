"""Never return, in a loop where Python looks for no signal."""

from itertools import repeat


def attack(folder, port):
    return sum(repeat(1))
