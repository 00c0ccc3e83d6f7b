# MISTAKE: 32-bit integers "because all are below 2**31"; n + 2p wraps around for large sides.
import numpy as np


def conv_output_size(n, f, p, s):
    with np.errstate(over="ignore"):
        n, f, p, s = (np.array([v], dtype=np.int32) for v in (n, f, p, s))
        room = n + p + p - f
    if room[0] < 0:
        return 0
    return int(room[0] // s[0]) + 1
