"""Prints without end."""

import os


def bleu(candidate, references, max_n=4):
    for _ in range(30_000):
        print("x" * 100)
    os._exit(1)
