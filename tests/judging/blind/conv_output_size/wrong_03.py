# MISTAKE: rounds up (ceil mode of pooling layers) instead of down.
import math


def conv_output_size(n, f, p, s):
    if n + 2 * p < f:
        return 0
    return math.ceil((n + 2 * p - f) / s) + 1
