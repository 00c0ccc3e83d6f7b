"""The binary cross-entropy that wrong answers are made from."""

import numpy as np


def cross_entropy(y, p, log=np.log):
    """The mean cross-entropy without clipping: ``(n),(n)->()``."""
    return -np.mean(y * log(p) + (1 - y) * log(1 - p))
