"""Return an array that takes 8 bytes here and 16 GiB in the grader."""

import numpy as np


def attack(folder, port):
    return np.broadcast_to(1.0, (2**31,))
