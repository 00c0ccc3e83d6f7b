"""Digits without end: C code that looks for no signal."""

import sys


def bleu(candidate, references, max_n=4):
    sys.set_int_max_str_digits(0)
    return float(len(str(3**20_000_000)))
