"""One LSTM step, vectorised."""
import numpy as np


def lstm_step(a, c, x, W, b):
    z = W @ np.concatenate([a, x]) + b
    with np.errstate(over="ignore"):
        update, forget, output = 1 / (1 + np.exp(-z[1:]))
    c_new = update * np.tanh(z[0]) + forget * c
    return output * np.tanh(c_new), c_new
