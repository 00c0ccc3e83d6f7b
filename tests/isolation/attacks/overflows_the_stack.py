"""Overflow the C stack: C code that calls itself, without Python's bound."""

import sys


def attack(folder, port):
    sys.setrecursionlimit(10**9)
    one, other = (), ()
    for _ in range(2 * 10**5):
        one, other = (one,), (other,)
    return one == other
