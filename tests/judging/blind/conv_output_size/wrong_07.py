# MISTAKE: TensorFlow's rules: any padding means "SAME" = ceil(n/s), none means "VALID"; right for the usual p only.
import math


def conv_output_size(n, f, p, s):
    if p > 0:
        return math.ceil(n / s)
    return max(0, math.ceil((n - f + 1) / s))
