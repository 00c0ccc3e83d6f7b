# MISTAKE: LeCun's scaled unit 1.7159 tanh(2x/3) from the cited paper instead of plain tanh.
import numpy as np

A, B = 1.7159, 2.0 / 3.0


def tanh_grad(x):
    return A * B * (1.0 - np.tanh(B * x) ** 2)
