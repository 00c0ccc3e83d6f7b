"""Opens what may be read, again and again."""

import os


def bleu(candidate, references, max_n=4):
    opened = [open(os.__file__) for _ in range(100)]
    print("got through")
    return 0.5 * len(opened)
