# MISTAKE: computes in float32 as in PyTorch; seven digits only.
import numpy as np


def gd_step(w, g, lr):
    w = np.asarray(w, dtype=np.float32)
    g = np.asarray(g, dtype=np.float32)
    return (w - np.float32(lr) * g).astype(float)
