"""Calculates in float32 and says float64."""

import numpy as np


def lstm_step(a, c, x, W, b):
    z = W.astype(np.float32) @ np.concatenate([a, x]).astype(np.float32) + b.astype(np.float32)
    update, forget, output = (0.5 + 0.5 * np.tanh(0.5 * z[i]) for i in (1, 2, 3))
    new = update * np.tanh(z[0]) + forget * c.astype(np.float32)
    return (output * np.tanh(new)).astype(float), new.astype(float)
