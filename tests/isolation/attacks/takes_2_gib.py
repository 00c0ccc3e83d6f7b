"""Take more memory than the machine can spare."""

import numpy as np


def attack(folder, port):
    return np.zeros(2 << 27).nbytes == 2 << 30
