# MISTAKE: a tolerance around the kink: -1e-6 is called "not negative" and gets 1 instead of alpha.
import numpy as np


def elu_grad(x, alpha):
    g = np.ones(x.shape)
    neg = (x < 0) & ~np.isclose(x, 0.0, atol=1e-5)
    g[neg] = alpha * np.exp(x[neg])
    return g
