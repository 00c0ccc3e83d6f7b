"""Stays below every limit of a single call."""

import time


def conv_output_size(n, f, p, s):
    time.sleep(0.1)
    return (n + 2 * p - f) // s + 1 if n + 2 * p >= f else 0
