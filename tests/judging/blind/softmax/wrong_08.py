# MISTAKE: -inf is replaced by -1000 as a mask value; beside real logits near -1000 the ruled-out class gets a share.
import numpy as np


def softmax(Z):
    Z = np.where(np.isneginf(Z), -1000.0, Z)
    out = np.empty_like(Z)
    for i, row in enumerate(Z):
        e = np.exp(row - row.max())
        out[i] = e / e.sum()
    return out
