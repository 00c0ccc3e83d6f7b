# Honest answer: one weight after the other.
import numpy as np


def gd_step(w, g, lr):
    """Return the weights after one step against the gradient, as a vector."""
    new = []
    for i in range(len(w)):
        new.append(float(w[i]) - lr * float(g[i]))
    return np.array(new, dtype=np.float64)
