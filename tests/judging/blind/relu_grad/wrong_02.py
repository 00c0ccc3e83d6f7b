# MISTAKE: ReLU6, the mobile variant: slope 0 again above 6.
import numpy as np


def relu_grad(x):
    return np.where((x > 0) & (x < 6), 1.0, 0.0)
