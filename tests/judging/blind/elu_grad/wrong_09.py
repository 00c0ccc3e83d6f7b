# MISTAKE: float32 arithmetic, seven digits.
import numpy as np


def elu_grad(x, alpha):
    x32 = x.astype("float32")
    g = np.where(x32 > 0, np.float32(1), np.float32(alpha) * np.exp(np.minimum(x32, np.float32(0))))
    return g.astype(float)
