"""Overflow the C stack: C code that calls itself, without Python's bound."""

import sys


def attack(folder, port):
    sys.setrecursionlimit(10**9)
    nested = []
    for _ in range(10**6):
        nested = [nested]
    repr(nested)
